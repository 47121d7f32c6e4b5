//! The data of the program: keys, themes, strings, settings.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod any_file;
mod color;
mod keys;
mod settings;
mod strings;
mod themes;
mod user_keys;
mod widths;
