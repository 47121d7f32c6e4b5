//! The languages as a lens over any view: which are shown, and their hotkeys.

use crate::corpus::LanguageTag;

/// Languages that have a hotkey at most.
const HOTKEYS: usize = 9;

/// A language of the corpus as the bar and the picker list it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LensLanguage {
    /// The language.
    pub language: LanguageTag,
    /// Its articles in the present view, whatever the lens hides.
    pub count: usize,
    /// Its hotkey, 1 to 9.
    pub hotkey: Option<u8>,
    /// What the lens does with it.
    pub choice: Choice,
}

/// What the lens does with a language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Nothing: it shows unless others were chosen.
    #[default]
    Open,
    /// It is among those chosen.
    Chosen,
    /// It is left out.
    LeftOut,
}

/// Which languages are shown.
#[derive(Clone, Debug, Default)]
pub struct Lens {
    languages: Vec<LensLanguage>,
    /// Whether the hotkeys stay where they are.
    frozen: bool,
}

impl Lens {
    /// The languages: those with hotkeys first, in the hotkeys' order.
    #[must_use]
    pub fn languages(&self) -> &[LensLanguage] {
        &self.languages
    }

    /// Whether every language shows.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.languages
            .iter()
            .all(|language| language.choice == Choice::Open)
    }

    /// Whether articles in a language show.
    #[must_use]
    pub fn shows(&self, language: &LanguageTag) -> bool {
        match self.choice(language) {
            Choice::Chosen => true,
            Choice::LeftOut => false,
            Choice::Open => !self.any(Choice::Chosen),
        }
    }

    /// Takes the hotkeys that were frozen for this corpus, in their order.
    pub fn restore(&mut self, hotkeys: &[LanguageTag]) {
        for language in hotkeys {
            self.append(language.clone(), 0);
        }
        self.frozen = !hotkeys.is_empty();
    }

    /// From now on every hotkey stays with its language.
    pub const fn freeze(&mut self) {
        self.frozen = true;
    }

    /// Whether every hotkey stays with its language.
    #[must_use]
    pub const fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// Counts languages anew: `counts` are the articles of each in the present
    /// view, the most frequent first. Once the hotkeys are frozen, known languages
    /// keep theirs and new ones are appended; until then they go by count.
    pub fn count(&mut self, counts: &[(LanguageTag, usize)]) {
        if !self.frozen {
            self.languages.clear();
        }
        for language in &mut self.languages {
            language.count = 0;
        }
        for (language, count) in counts {
            match self.find(language) {
                Some(known) => known.count = *count,
                None => self.append(language.clone(), *count),
            }
        }
        self.languages
            .sort_by_key(|language| language.hotkey.unwrap_or(u8::MAX));
    }

    /// The languages that have hotkeys, in their order.
    #[must_use]
    pub fn hotkeys(&self) -> Vec<LanguageTag> {
        let mut keyed: Vec<_> = self
            .languages
            .iter()
            .filter_map(|language| Some((language.hotkey?, language.language.clone())))
            .collect();
        keyed.sort_by_key(|(hotkey, _)| *hotkey);
        keyed.into_iter().map(|(_, language)| language).collect()
    }

    /// The language of a hotkey.
    #[must_use]
    pub fn by_hotkey(&self, hotkey: u8) -> Option<&LanguageTag> {
        self.languages
            .iter()
            .find(|language| language.hotkey == Some(hotkey))
            .map(|language| &language.language)
    }

    /// Chooses a language, or takes the choice back. The last one taken back
    /// opens the lens.
    pub fn toggle(&mut self, language: &LanguageTag) {
        self.set(language, Choice::Chosen);
    }

    /// Leaves a language out, or takes that back.
    pub fn leave_out(&mut self, language: &LanguageTag) {
        self.set(language, Choice::LeftOut);
    }

    /// Shows every language.
    pub fn open(&mut self) {
        for language in &mut self.languages {
            language.choice = Choice::Open;
        }
    }

    /// Gives the hotkeys to these languages, in their order.
    pub fn order(&mut self, hotkeys: &[LanguageTag]) {
        self.frozen = true;
        for known in &mut self.languages {
            let place = hotkeys.iter().position(|tag| *tag == known.language);
            known.hotkey = place.and_then(|place| u8::try_from(place + 1).ok());
        }
        self.languages
            .sort_by_key(|language| language.hotkey.unwrap_or(u8::MAX));
    }

    /// Gives a language a hotkey; who had it gets the other's in exchange.
    pub fn set_hotkey(&mut self, language: &LanguageTag, hotkey: u8) {
        self.frozen = true;
        let old = self.find(language).and_then(|language| language.hotkey);
        for other in &mut self.languages {
            if other.language == *language {
                other.hotkey = Some(hotkey);
            } else if other.hotkey == Some(hotkey) {
                other.hotkey = old;
            }
        }
        self.languages
            .sort_by_key(|language| language.hotkey.unwrap_or(u8::MAX));
    }

    fn set(&mut self, language: &LanguageTag, choice: Choice) {
        // Whoever chooses has read the hotkeys: they must not move any more.
        self.frozen = true;
        if let Some(known) = self.find(language) {
            known.choice = if known.choice == choice {
                Choice::Open
            } else {
                choice
            };
        }
    }

    fn choice(&self, language: &LanguageTag) -> Choice {
        self.languages
            .iter()
            .find(|known| known.language == *language)
            .map_or(Choice::Open, |known| known.choice)
    }

    fn any(&self, choice: Choice) -> bool {
        self.languages.iter().any(|known| known.choice == choice)
    }

    fn find(&mut self, language: &LanguageTag) -> Option<&mut LensLanguage> {
        self.languages
            .iter_mut()
            .find(|known| known.language == *language)
    }

    /// Adds a language at the end, with a hotkey where one is left. Texts of unknown
    /// language get none: that is no language.
    fn append(&mut self, language: LanguageTag, count: usize) {
        let used = self
            .languages
            .iter()
            .filter(|known| known.hotkey.is_some())
            .count();
        let hotkey = (used < HOTKEYS && language.is_known())
            .then(|| (1..=9).find(|key| self.by_hotkey(*key).is_none()))
            .flatten();
        self.languages.push(LensLanguage {
            language,
            count,
            hotkey,
            choice: Choice::Open,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(tag: &str) -> LanguageTag {
        LanguageTag::new(tag)
    }

    fn lens() -> Lens {
        let mut lens = Lens::default();
        lens.count(&[(tag("de"), 9)]);
        lens.count(&[(tag("ar"), 2), (tag("de"), 1), (tag("?"), 1)]);
        lens.freeze();
        lens
    }

    #[test]
    fn the_first_choice_shows_one_language_and_more_add() {
        let mut lens = lens();
        assert!(lens.shows(&tag("ar")) && lens.shows(&tag("de")));
        lens.toggle(&tag("ar"));
        assert!(lens.shows(&tag("ar")) && !lens.shows(&tag("de")));
        lens.toggle(&tag("de"));
        assert!(lens.shows(&tag("ar")) && lens.shows(&tag("de")));
        lens.toggle(&tag("ar"));
        lens.toggle(&tag("de"));
        assert!(lens.is_open());
    }

    #[test]
    fn hotkeys_never_move() {
        let mut lens = lens();
        lens.count(&[(tag("fr"), 90), (tag("ar"), 2)]);
        assert_eq!(lens.by_hotkey(1), Some(&tag("ar")));
        assert_eq!(lens.by_hotkey(2), Some(&tag("de")));
        assert_eq!(lens.by_hotkey(3), Some(&tag("fr")));
        assert_eq!(lens.hotkeys(), [tag("ar"), tag("de"), tag("fr")]);
        // Those without one stand behind.
        assert_eq!(
            lens.languages().last().map(|known| &known.language),
            Some(&tag("?"))
        );
    }

    #[test]
    fn a_language_left_out_stays_hidden() {
        let mut lens = lens();
        lens.leave_out(&tag("de"));
        assert!(lens.shows(&tag("ar")) && !lens.shows(&tag("de")));
        lens.open();
        assert!(lens.is_open());
    }

    #[test]
    fn hotkeys_can_be_exchanged() {
        let mut lens = lens();
        lens.set_hotkey(&tag("de"), 1);
        assert_eq!(lens.hotkeys(), [tag("de"), tag("ar")]);
    }
}
