//! The data of the program: keys, themes, strings, settings.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod color;
mod keys;
mod settings;
mod strings;
mod themes;
mod widths;
