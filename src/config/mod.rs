//! Everything about the program that is data: settings, keys, actions, themes,
//! interface strings.
//!
//! Knows nothing else of the program, no terminal library and no clock. Whoever
//! reads a key or paints a cell turns these plain values into its own.

pub mod action;
mod color_depth;
pub mod help;
pub mod key;
pub mod keyboard;
pub mod keymap;
mod nearest;
pub mod number;
pub mod paths;
mod person_file;
pub mod problem;
pub mod settings;
pub mod signs;
pub mod strings;
pub mod terminal;
pub mod theme;
