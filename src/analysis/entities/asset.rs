//! How the gazetteer lies on disk: the one description that the builder
//! (`cargo xtask gazetteer`) and the reader share.
//!
//! All numbers are little endian. The file starts with [`MAGIC`] and one
//! `(offset, length)` pair of `u32` per [`Section`]; offsets count from the
//! start of the file. Strings are a `u16` length in bytes and that many bytes
//! of UTF-8, named by their offset in [`Section::Text`].

/// The first bytes of the file; the last of them is the version of the layout.
pub const MAGIC: [u8; 8] = *b"nashraG1";

/// The parts of the file, in the order of their pairs in the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// An `fst` map from a key ([`crate::analysis::entities::key`], with
    /// [`DECLINED`] words, or of a [`STOPPED`] word) to what it names: an even
    /// value is twice the number of a form, an odd one twice the offset in
    /// [`Section::Postings`] of several, plus one.
    Keys,
    /// Lists of forms with the same key: a `u16` count, then a `u32` each.
    Postings,
    /// [`ENTITY_BYTES`] an entity, in the order of their ids: kind `u8` (the
    /// place in `EntityKind::ALL`), rank `u8`, two bytes of zero, then `u32`s:
    /// id, English name, a line about it (a string each), the number of its
    /// Wikidata item or zero, the number of its first form. One more record
    /// ends the list, of which only the first form is read.
    Entities,
    /// [`FORM_BYTES`] a form: its text as a string `u32`, its entity `u16`,
    /// the languages that use it and those whose name for the entity it is
    /// (a set each, `u16`), flags `u8`, a byte of zero.
    Forms,
    /// Sets of languages: `u32` offsets from the start of the section, one more
    /// than there are sets; then a byte a language, its number in
    /// [`Section::Languages`].
    Sets,
    /// The tags of the languages, as strings one after the other; the first is
    /// [`ANY_LANGUAGE`].
    Languages,
    /// Every string.
    Text,
}

impl Section {
    /// Every section, in the order of the header.
    pub const ALL: [Self; 7] = [
        Self::Keys,
        Self::Postings,
        Self::Entities,
        Self::Forms,
        Self::Sets,
        Self::Languages,
        Self::Text,
    ];
}

/// Bytes before the first section.
pub const HEADER_BYTES: usize = MAGIC.len() + 8 * Section::ALL.len();
/// Bytes of an entity's record.
pub const ENTITY_BYTES: usize = 24;
/// Bytes of a form's record.
pub const FORM_BYTES: usize = 12;

/// The rank of countries and continents, above that of everything else.
pub const COUNTRY_RANK: u8 = 250;

/// Flag of a form: a surname, which means the person only where no other
/// person of the gazetteer has it or where the whole name stands near.
pub const SURNAME: u8 = 1;

/// The language of a form whose source does not say which language it is
/// (ISO 639-2 "undetermined").
pub const ANY_LANGUAGE: &str = "und";

/// The byte in a key that stands for the ending of a declined word; the byte
/// after it is the number of the paradigm. Neither can occur in UTF-8.
pub const DECLINED: u8 = 0xFF;

/// The byte before and behind the language's tag in the key of a stopped word:
/// what stands between them and the end names nothing in that language.
pub const STOPPED: u8 = 0xFE;
