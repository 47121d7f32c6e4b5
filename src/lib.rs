//! nashra: a terminal reader for news in every language.
//!
//! The floors of the house, each of which may use only the floors below it
//! (`tests/architecture.rs` holds this): `cli` 8, `app` 7, `ui` 6, `view` 5,
//! `store` 4, `ingest` 3, `analysis` 2, `corpus` and `term` 1, `config` and
//! `text` 0. `ARCHITECTURE.md` tells what each is for.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod config;
pub mod corpus;
pub mod ingest;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
pub mod view;
