//! Any text, in any base direction, for any number of columns: the layout keeps
//! its promises. The first two bytes choose direction and columns.

#![no_main]

#[path = "../../tests/invariants/layout.rs"]
mod layout;

use libfuzzer_sys::fuzz_target;
use nashra::text::{BaseDirection, Direction, ParagraphStyle};

fuzz_target!(|input: (u8, u8, &str)| {
    let (choice, columns, text) = input;
    let style = ParagraphStyle {
        base: [BaseDirection::Auto, BaseDirection::Ltr, BaseDirection::Rtl]
            [usize::from(choice % 3)],
        context: [None, Some(Direction::Ltr), Some(Direction::Rtl)][usize::from(choice / 3 % 3)],
        language: [None, Some("de"), Some("th")][usize::from(choice / 9 % 3)].map(Into::into),
        in_logical_order: choice / 27 % 4 == 0,
    };
    if let Err(fault) = layout::check_text(text, &style, usize::from(columns)) {
        panic!("{fault}\n{style:?}, {columns} columns, {text:?}");
    }
});
