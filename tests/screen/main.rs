//! The view and what it looks like: messages in, state and cells out.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod access;
mod amounts;
mod every_key;
mod first_minutes;
mod fixture;
mod interfaces;
mod keys;
mod looks;
mod names;
mod pictures;
mod plain;
mod reading;
mod respelling;
mod searching;
mod settings;
mod states;
mod taking;
mod terminal;
