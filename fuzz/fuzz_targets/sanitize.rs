//! Any text comes out harmless, and stays as it comes out.

#![no_main]

#[path = "../../tests/invariants/sanitize.rs"]
mod sanitize;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(fault) = sanitize::check_sanitized(text) {
        panic!("{fault}\n{text:?}");
    }
});
