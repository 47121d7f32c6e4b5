//! The dictionary of a model: words, labels, and the n-grams left by pruning.

use super::ModelError;
use super::reader::Reader;

pub(super) const LABEL_PREFIX: &[u8] = b"__label__";
pub(super) const END_OF_SENTENCE: &[u8] = b"</s>";
/// Counts below this cannot overflow when the tree adds them up.
const MAX_COUNT: i64 = 1 << 40;
const MAX_LABELS: usize = 1 << 16;

/// The dictionary section, as it stands in the file.
pub(super) struct Entries<'a> {
    pub(super) words: Vec<&'a [u8]>,
    pub(super) labels: Vec<&'a str>,
    pub(super) label_counts: Vec<i64>,
    /// Pairs of an n-gram's bucket and its row behind the words.
    pub(super) pruned: &'a [u8],
}

impl<'a> Entries<'a> {
    pub(super) fn read(reader: &mut Reader<'a>) -> Result<Self, ModelError> {
        let size = reader.length32("dictionary")?;
        let word_count = reader.length32("dictionary")?;
        let label_count = reader.length32("dictionary")?;
        reader.take(8, "dictionary")?;
        let pruned = reader.i64("dictionary")?;
        if word_count.checked_add(label_count) != Some(size) || label_count > MAX_LABELS {
            return Err(ModelError::Damaged("dictionary size"));
        }
        let mut words = Vec::new();
        let mut labels = Vec::new();
        let mut label_counts = Vec::new();
        for index in 0..size {
            let entry = reader.string("dictionary entry")?;
            let count = reader.i64("dictionary entry")?;
            let is_label = reader.flag("dictionary entry")?;
            if is_label != (index >= word_count) {
                return Err(ModelError::Damaged("dictionary order"));
            }
            if is_label {
                let name = entry.strip_prefix(LABEL_PREFIX).unwrap_or(entry);
                labels.push(str::from_utf8(name).map_err(|_| ModelError::Damaged("label"))?);
                if !(0..MAX_COUNT).contains(&count) {
                    return Err(ModelError::Damaged("label count"));
                }
                label_counts.push(count);
            } else {
                words.push(entry);
            }
        }
        if labels.is_empty() {
            return Err(ModelError::Damaged("number of labels"));
        }
        // -1 means that no n-gram was pruned and rows follow the buckets.
        let pruned = usize::try_from(pruned)
            .map_err(|_| ModelError::Unsupported("n-grams not pruned"))?
            .checked_mul(8)
            .ok_or(ModelError::Damaged("n-gram index"))?;
        Ok(Self {
            words,
            labels,
            label_counts,
            pruned: reader.take(pruned, "n-gram index")?,
        })
    }
}

/// The words of the dictionary, found by hash: a word's number is its row.
pub(super) struct Words<'a> {
    words: Vec<&'a [u8]>,
    /// Open addressing; number of the word plus one, 0 is free.
    slots: Vec<u32>,
}

impl<'a> Words<'a> {
    pub(super) fn new(words: Vec<&'a [u8]>) -> Self {
        let mut slots = vec![0; (words.len() * 2 + 1).next_power_of_two()];
        let mask = slots.len() - 1;
        for (number, word) in (1u32..).zip(&words) {
            let mut at = fnv(word) as usize & mask;
            while let Some(slot) = slots.get_mut(at) {
                if *slot == 0 {
                    *slot = number;
                    break;
                }
                at = (at + 1) & mask;
            }
        }
        Self { words, slots }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn find(&self, word: &[u8]) -> Option<usize> {
        let mask = self.slots.len() - 1;
        let mut at = fnv(word) as usize & mask;
        loop {
            let number = (*self.slots.get(at)? as usize).checked_sub(1)?;
            if *self.words.get(number)? == word {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }
}

/// The n-grams that survived pruning: bucket to row.
pub(super) struct PrunedIndex {
    /// Open addressing; bucket and row plus one, row 0 is free.
    slots: Vec<(u32, u32)>,
    shift: u32,
}

impl PrunedIndex {
    pub(super) fn new(pairs: &[u8], words: usize, rows: usize) -> Result<Self, ModelError> {
        let count = pairs.len() / 8;
        let size = (count + count / 2 + 1).next_power_of_two().max(2);
        let mut index = Self {
            slots: vec![(0, 0); size],
            shift: 32u32.saturating_sub(size.trailing_zeros()),
        };
        for pair in pairs.as_chunks::<8>().0 {
            let [a, b, c, d, e, f, g, h] = *pair;
            let bucket = u32::from_le_bytes([a, b, c, d]);
            let row = words.saturating_add(u32::from_le_bytes([e, f, g, h]) as usize);
            if row >= rows {
                return Err(ModelError::Damaged("n-gram index"));
            }
            let number = u32::try_from(row + 1).map_err(|_| ModelError::Damaged("n-gram index"))?;
            let mut at = index.home(bucket);
            while let Some(slot) = index.slots.get_mut(at) {
                if slot.1 == 0 || slot.0 == bucket {
                    *slot = (bucket, number);
                    break;
                }
                at = (at + 1) & (size - 1);
            }
        }
        Ok(index)
    }

    /// Fibonacci hashing: neighbouring buckets must not crowd together.
    pub(super) fn home(&self, bucket: u32) -> usize {
        (bucket.wrapping_mul(0x9E37_79B9) >> self.shift) as usize
    }

    pub(super) fn find(&self, bucket: u32) -> Option<usize> {
        let mut at = self.home(bucket);
        loop {
            let (found, number) = *self.slots.get(at)?;
            let row = (number as usize).checked_sub(1)?;
            if found == bucket {
                return Some(row);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

pub(super) const FNV_OFFSET: u32 = 2_166_136_261;

/// FNV-1a as fastText computes it: the byte is sign-extended.
pub(super) const fn fnv_step(hash: u32, byte: u8) -> u32 {
    (hash ^ (byte as i8) as u32).wrapping_mul(16_777_619)
}

pub(super) fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(FNV_OFFSET, |hash, &b| fnv_step(hash, b))
}
