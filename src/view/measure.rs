//! The measure: how many cells a line of running text is wide, by script.

use std::collections::{BTreeMap, HashMap};

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
    /// The measures with one set for all scripts, or none, and those that were chosen
    /// before for classes of scripts.
    #[must_use]
    pub fn new(set: Option<u16>, kept: &BTreeMap<String, u16>) -> Self {
        let chosen = CLASSES.iter().filter_map(|(class, _)| {
            let cells = *kept.get(*class)?;
            Some((*class, usize::from(cells.clamp(MEASURE_MIN, MEASURE_MAX))))
        });
        Self {
            set,
            chosen: chosen.collect(),
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

    /// The class of a script, and the measure that was chosen for it.
    #[must_use]
    pub fn chosen(&self, script: Script) -> (&'static str, Option<u16>) {
        let (class, _) = class(script);
        let cells = self.chosen.get(class);
        (class, cells.and_then(|cells| u16::try_from(*cells).ok()))
    }
}

/// The classes of scripts that share a measure, and that measure in cells.
const CLASSES: [(&str, usize); 5] = [
    ("alphabet", 74),
    ("abjad", 70),
    ("indic", 72),
    ("unspaced", 66),
    ("wide", 76),
];

/// The class of a script, and its measure.
fn class(script: Script) -> (&'static str, usize) {
    let name = match script.code() {
        "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo" => "abjad",
        "Deva" | "Beng" | "Guru" | "Gujr" | "Orya" | "Taml" | "Telu" | "Knda" | "Mlym" | "Sinh" => {
            "indic"
        }
        "Thai" | "Laoo" | "Khmr" | "Mymr" => "unspaced",
        "Hani" | "Hans" | "Hant" | "Hira" | "Kana" | "Jpan" | "Hang" | "Kore" => "wide",
        _ => "alphabet",
    };
    let [alphabet, ..] = CLASSES;
    let found = CLASSES.into_iter().find(|(class, _)| *class == name);
    found.unwrap_or(alphabet)
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
        let mut measures = Measures::new(Some(50), &BTreeMap::new());
        let (arabic, latin) = (Script::new(*b"Arab"), Script::new(*b"Latn"));
        measures.change(arabic, 1);
        assert_eq!((measures.get(arabic), measures.get(latin)), (54, 50));
        measures.reset(arabic);
        assert_eq!(measures.get(arabic), 50);
    }

    #[test]
    fn what_was_chosen_before_holds() {
        let kept = BTreeMap::from([("abjad".to_owned(), 500), ("odd".to_owned(), 40)]);
        let measures = Measures::new(None, &kept);
        let arabic = Script::new(*b"Arab");
        assert_eq!(measures.get(arabic), usize::from(MEASURE_MAX));
        assert_eq!(measures.chosen(arabic), ("abjad", Some(MEASURE_MAX)));
        assert_eq!(measures.chosen(Script::new(*b"Latn")).1, None);
    }
}
