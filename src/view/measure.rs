//! The measure: how many cells a line of running text is wide, by script.

use std::collections::HashMap;

use crate::config::settings::{MEASURE_MAX, MEASURE_MIN};
use crate::corpus::Script;

/// How far one key press moves the measure, in cells.
const STEP: isize = 4;

/// The measures in force: what a person chose for the script, else the one set for
/// all, else the script's own.
#[derive(Clone, Debug, Default)]
pub struct Measures {
    set: Option<u16>,
    chosen: HashMap<&'static str, usize>,
}

impl Measures {
    /// The measures with one set for all scripts, or none.
    #[must_use]
    pub fn new(set: Option<u16>) -> Self {
        Self {
            set,
            ..Self::default()
        }
    }

    /// The measure for texts in a script, in cells.
    #[must_use]
    pub fn get(&self, script: Script) -> usize {
        let (class, own) = class(script);
        let set = || self.set.map_or(own, usize::from);
        self.chosen.get(class).copied().unwrap_or_else(set)
    }

    /// Makes the measure of a script wider (`steps` > 0) or narrower.
    pub fn change(&mut self, script: Script, steps: isize) {
        let cells = self.get(script).saturating_add_signed(STEP * steps);
        self.chosen.insert(
            class(script).0,
            cells.clamp(usize::from(MEASURE_MIN), usize::from(MEASURE_MAX)),
        );
    }

    /// Goes back to the measure there was before it was changed.
    pub fn reset(&mut self, script: Script) {
        self.chosen.remove(class(script).0);
    }
}

/// The class of scripts that share a measure, and that measure in cells.
fn class(script: Script) -> (&'static str, usize) {
    match script.code() {
        "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo" => ("abjad", 70),
        "Deva" | "Beng" | "Guru" | "Gujr" | "Orya" | "Taml" | "Telu" | "Knda" | "Mlym" | "Sinh" => {
            ("indic", 72)
        }
        "Thai" | "Laoo" | "Khmr" | "Mymr" => ("unspaced", 66),
        "Hani" | "Hans" | "Hant" | "Hira" | "Kana" | "Jpan" | "Hang" | "Kore" => ("wide", 76),
        _ => ("alphabet", 74),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_measure_holds_for_its_scripts_alone() {
        let mut measures = Measures::default();
        let arabic = Script::new(*b"Arab");
        measures.change(arabic, -1);
        assert_eq!(measures.get(arabic), 66);
        assert_eq!(measures.get(Script::new(*b"Hebr")), 66);
        assert_eq!(measures.get(Script::new(*b"Latn")), 74);
        for _ in 0..100 {
            measures.change(arabic, -1);
        }
        assert_eq!(measures.get(arabic), usize::from(MEASURE_MIN));
        measures.reset(arabic);
        assert_eq!(measures.get(arabic), 70);
    }

    #[test]
    fn a_measure_that_was_set_holds_for_all_scripts_until_one_is_chosen() {
        let mut measures = Measures::new(Some(50));
        let (arabic, latin) = (Script::new(*b"Arab"), Script::new(*b"Latn"));
        measures.change(arabic, 1);
        assert_eq!((measures.get(arabic), measures.get(latin)), (54, 50));
        measures.reset(arabic);
        assert_eq!(measures.get(arabic), 50);
    }
}
