//! The measure: how many cells a line of running text is wide, by script.

use std::collections::HashMap;

use crate::corpus::Script;

/// The narrowest measure a person can choose, in cells.
const NARROWEST: usize = 30;
/// The widest measure a person can choose, in cells.
const WIDEST: usize = 90;
/// How far one key press moves the measure, in cells.
const STEP: isize = 4;

/// The measures in force: the script's own, or what a person chose for it.
#[derive(Clone, Debug, Default)]
pub struct Measures {
    chosen: HashMap<&'static str, usize>,
}

impl Measures {
    /// The measure for texts in a script, in cells.
    #[must_use]
    pub fn get(&self, script: Script) -> usize {
        let (class, default) = class(script);
        self.chosen.get(class).copied().unwrap_or(default)
    }

    /// Makes the measure of a script wider (`steps` > 0) or narrower.
    pub fn change(&mut self, script: Script, steps: isize) {
        let cells = self.get(script).saturating_add_signed(STEP * steps);
        self.chosen
            .insert(class(script).0, cells.clamp(NARROWEST, WIDEST));
    }

    /// Goes back to the script's own measure.
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
        assert_eq!(measures.get(arabic), NARROWEST);
        measures.reset(arabic);
        assert_eq!(measures.get(arabic), 70);
    }
}
