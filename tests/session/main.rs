//! The program as a person meets it, at a terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod corpus;
mod life;
mod plain;
mod pty;
mod settings;
mod taking;
mod terminals;
