//! Any text folds with a map that keeps order, and finds itself.

#![no_main]

#[path = "../../tests/invariants/fold.rs"]
mod fold;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(fault) = fold::check_folded(text) {
        panic!("{fault}\n{text:?}");
    }
});
