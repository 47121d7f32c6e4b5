//! The bytes for a terminal, judged by terminals: an engine that knows few
//! sequences and no mercy, models of what terminals show of a stored row, and
//! an emulator that others wrote.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod cells;
mod engine;
mod frames;
mod interface;
mod limits;
mod model;
mod moves;
mod reorder;
mod rows;
mod scenes;
mod sequences;
mod texts;

#[path = "../screen/fixture.rs"]
#[allow(dead_code, reason = "its other half is for what is pressed")]
mod fixture;
