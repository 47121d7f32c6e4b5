//! Reads a fastText classifier (`.ftz`) and runs it: inference only.
//!
//! The file format is fastText's version 12: arguments, dictionary with a pruned
//! index of character n-grams, a product-quantised input matrix, a dense output
//! matrix, little-endian throughout. Labels are the leaves of a Huffman tree
//! (hierarchical softmax) that is rebuilt from their counts.
//!
//! Joulin, Grave, Bojanowski, Mikolov: *Bag of Tricks for Efficient Text
//! Classification* (2016); Joulin et al.: *FastText.zip* (2016).
//!
//! The large tables stay where they are, in the caller's bytes. Every length is
//! checked when the model is read, so that no text can lead outside of them.

use thiserror::Error;

const MAGIC: i32 = 793_712_314;
const VERSION: i32 = 12;
const HIERARCHICAL_SOFTMAX: i32 = 1;
const SUPERVISED: i32 = 3;
const LABEL_PREFIX: &[u8] = b"__label__";
const END_OF_SENTENCE: &[u8] = b"</s>";
/// Centroids of one sub-quantiser: a code is one byte.
const CENTROIDS: usize = 256;
/// Longest vector this reader takes; keeps the hidden layer on the stack.
const MAX_DIMENSIONS: usize = 64;
/// Counts below this cannot overflow when the tree adds them up.
const MAX_COUNT: i64 = 1 << 40;
const MAX_LABELS: usize = 1 << 16;

/// Why bytes are not a model that can be run.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ModelError {
    /// The bytes end before the model does.
    #[error("the language model is cut short: {0} is missing")]
    Truncated(&'static str),
    /// A value that cannot be.
    #[error("the language model is damaged: bad {0}")]
    Damaged(&'static str),
    /// A fastText model of a kind that is not read here.
    #[error("the language model is of another kind: {0}")]
    Unsupported(&'static str),
}

/// A fastText classifier over the bytes of its file.
pub struct Model<'a> {
    dimensions: usize,
    buckets: u32,
    n_gram: std::ops::RangeInclusive<usize>,
    words: Words<'a>,
    n_grams: PrunedIndex,
    labels: Vec<&'a str>,
    input: QuantisedMatrix<'a>,
    /// One row of `dimensions` for each inner node of the tree.
    output: Vec<f32>,
    /// Children of the inner nodes, in the order in which they were merged;
    /// numbers below `labels.len()` are leaves.
    tree: Vec<[u32; 2]>,
}

impl<'a> Model<'a> {
    /// Reads a model.
    ///
    /// # Errors
    /// When the bytes are not a whole supervised, quantised fastText model with
    /// hierarchical softmax.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let mut reader = Reader { bytes };
        if reader.i32("header")? != MAGIC {
            return Err(ModelError::Unsupported("not a fastText file"));
        }
        if reader.i32("header")? != VERSION {
            return Err(ModelError::Unsupported("not format version 12"));
        }
        let arguments = Arguments::read(&mut reader)?;
        let entries = Entries::read(&mut reader)?;
        if !reader.flag("matrix kind")? {
            return Err(ModelError::Unsupported("input matrix not quantised"));
        }
        let input = QuantisedMatrix::read(&mut reader, arguments.dimensions)?;
        if reader.flag("matrix kind")? {
            return Err(ModelError::Unsupported("output matrix quantised"));
        }
        let labels = entries.labels;
        let output = read_output(&mut reader, labels.len(), arguments.dimensions)?;
        let tree = huffman_tree(&entries.label_counts);
        let words = Words::new(entries.words);
        if words.len() > input.rows {
            return Err(ModelError::Damaged("number of words"));
        }
        let n_grams = PrunedIndex::new(entries.pruned, words.len(), input.rows)?;
        Ok(Self {
            dimensions: arguments.dimensions,
            buckets: arguments.buckets,
            n_gram: arguments.n_gram,
            words,
            n_grams,
            labels,
            input,
            output,
            tree,
        })
    }

    /// The labels without their `__label__`, in the order of the probabilities.
    pub fn labels(&self) -> impl ExactSizeIterator<Item = &'a str> + '_ {
        self.labels.iter().copied()
    }

    /// The probability of every label for a text, or `None` for a text without
    /// words. Words are separated by white space; line ends are white space.
    #[must_use]
    pub fn probabilities(&self, text: &str) -> Option<Vec<f32>> {
        let mut hidden = [0.0; MAX_DIMENSIONS];
        let hidden = hidden.get_mut(..self.dimensions)?;
        let mut rows = 0usize;
        let mut padded = Vec::with_capacity(64);
        for word in text.split_whitespace() {
            rows += self.add_word(word.as_bytes(), &mut padded, hidden);
        }
        if rows == 0 {
            return None;
        }
        if let Some(row) = self.words.find(END_OF_SENTENCE) {
            self.input.add_row(row, hidden);
            rows += 1;
        }
        let scale = 1.0 / rows as f32;
        for value in hidden.iter_mut() {
            *value *= scale;
        }
        Some(self.leaves(hidden))
    }

    /// Adds the vectors of a word and of its n-grams; returns how many.
    fn add_word(&self, word: &[u8], padded: &mut Vec<u8>, hidden: &mut [f32]) -> usize {
        let mut rows = 0;
        if let Some(row) = self.words.find(word) {
            self.input.add_row(row, hidden);
            rows += 1;
            if word == END_OF_SENTENCE {
                return rows;
            }
        } else if word.starts_with(LABEL_PREFIX) {
            return rows;
        }
        padded.clear();
        padded.push(b'<');
        padded.extend_from_slice(word);
        padded.push(b'>');
        for start in 0..padded.len() {
            let Some(gram) = padded.get(start..) else {
                break;
            };
            if gram.first().is_some_and(|&b| is_continuation(b)) {
                continue;
            }
            let mut hash = FNV_OFFSET;
            let mut characters = 0;
            for (i, &byte) in gram.iter().enumerate() {
                hash = fnv_step(hash, byte);
                if gram.get(i + 1).is_some_and(|&next| is_continuation(next)) {
                    continue;
                }
                characters += 1;
                if characters > *self.n_gram.end() {
                    break;
                }
                // The word's markers alone are no n-grams.
                let marker = characters == 1 && (start == 0 || i + 1 == gram.len());
                if self.n_gram.contains(&characters)
                    && !marker
                    && let Some(row) = self.n_grams.find(hash % self.buckets)
                {
                    self.input.add_row(row, hidden);
                    rows += 1;
                }
            }
        }
        rows
    }

    /// Walks the tree from the root, so that each leaf gets the product of the
    /// decisions on its way.
    fn leaves(&self, hidden: &[f32]) -> Vec<f32> {
        let leaves = self.labels.len();
        let mut logs = vec![0.0f32; leaves + self.tree.len()];
        for (inner, children) in self.tree.iter().enumerate().rev() {
            let here = logs.get(leaves + inner).copied().unwrap_or_default();
            let weights = self
                .output
                .get(inner * self.dimensions..(inner + 1) * self.dimensions)
                .unwrap_or_default();
            let right = sigmoid(dot(weights, hidden));
            for (&child, decision) in children.iter().zip([1.0 - right, right]) {
                if let Some(log) = logs.get_mut(child as usize) {
                    // fastText's own guard against the logarithm of nothing.
                    *log = here + (decision + 1e-5).ln();
                }
            }
        }
        logs.truncate(leaves);
        for log in &mut logs {
            *log = log.exp();
        }
        logs
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// The logistic function, saturated where fastText saturates it.
fn sigmoid(x: f32) -> f32 {
    if x < -8.0 {
        0.0
    } else if x > 8.0 {
        1.0
    } else {
        1.0 / (1.0 + (-x).exp())
    }
}

const FNV_OFFSET: u32 = 2_166_136_261;

/// FNV-1a as fastText computes it: the byte is sign-extended.
const fn fnv_step(hash: u32, byte: u8) -> u32 {
    (hash ^ (byte as i8) as u32).wrapping_mul(16_777_619)
}

fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(FNV_OFFSET, |hash, &b| fnv_step(hash, b))
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// The hyperparameters that inference needs.
struct Arguments {
    dimensions: usize,
    buckets: u32,
    n_gram: std::ops::RangeInclusive<usize>,
}

impl Arguments {
    fn read(reader: &mut Reader<'_>) -> Result<Self, ModelError> {
        let mut values = [0i32; 12];
        for value in &mut values {
            *value = reader.i32("arguments")?;
        }
        reader.take(8, "arguments")?;
        let [
            dim,
            _,
            _,
            _,
            _,
            word_ngrams,
            loss,
            kind,
            bucket,
            minn,
            maxn,
            _,
        ] = values;
        if kind != SUPERVISED {
            return Err(ModelError::Unsupported("not a classifier"));
        }
        if loss != HIERARCHICAL_SOFTMAX {
            return Err(ModelError::Unsupported("loss is not hierarchical softmax"));
        }
        if word_ngrams != 1 {
            return Err(ModelError::Unsupported("n-grams of words"));
        }
        let length = |n: i32, what| usize::try_from(n).map_err(|_| ModelError::Damaged(what));
        let dimensions = length(dim, "number of dimensions")?;
        if !(1..=MAX_DIMENSIONS).contains(&dimensions) {
            return Err(ModelError::Damaged("number of dimensions"));
        }
        let buckets = u32::try_from(bucket).map_err(|_| ModelError::Damaged("buckets"))?;
        if buckets == 0 {
            return Err(ModelError::Damaged("buckets"));
        }
        Ok(Self {
            dimensions,
            buckets,
            n_gram: length(minn, "n-gram length")?..=length(maxn, "n-gram length")?,
        })
    }
}

/// The dictionary section, as it stands in the file.
struct Entries<'a> {
    words: Vec<&'a [u8]>,
    labels: Vec<&'a str>,
    label_counts: Vec<i64>,
    /// Pairs of an n-gram's bucket and its row behind the words.
    pruned: &'a [u8],
}

impl<'a> Entries<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, ModelError> {
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
struct Words<'a> {
    words: Vec<&'a [u8]>,
    /// Open addressing; number of the word plus one, 0 is free.
    slots: Vec<u32>,
}

impl<'a> Words<'a> {
    fn new(words: Vec<&'a [u8]>) -> Self {
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

    fn len(&self) -> usize {
        self.words.len()
    }

    fn find(&self, word: &[u8]) -> Option<usize> {
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
struct PrunedIndex {
    /// Open addressing; bucket and row plus one, row 0 is free.
    slots: Vec<(u32, u32)>,
    shift: u32,
}

impl PrunedIndex {
    fn new(pairs: &[u8], words: usize, rows: usize) -> Result<Self, ModelError> {
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
    fn home(&self, bucket: u32) -> usize {
        (bucket.wrapping_mul(0x9E37_79B9) >> self.shift) as usize
    }

    fn find(&self, bucket: u32) -> Option<usize> {
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

/// A matrix whose rows are codes of a product quantiser, with the norms of the
/// rows quantised apart.
struct QuantisedMatrix<'a> {
    rows: usize,
    codes: &'a [u8],
    codes_per_row: usize,
    part: usize,
    /// For each part of a row its 256 centroids, part after part.
    centroids: Vec<f32>,
    norms: Option<(&'a [u8], Vec<f32>)>,
}

impl<'a> QuantisedMatrix<'a> {
    fn read(reader: &mut Reader<'a>, dimensions: usize) -> Result<Self, ModelError> {
        let has_norms = reader.flag("input matrix")?;
        let rows = reader.length64("input matrix")?;
        let columns = reader.length64("input matrix")?;
        let code_bytes = reader.length32("input matrix")?;
        let codes = reader.take(code_bytes, "input matrix")?;
        let (codes_per_row, part, centroids) = read_quantiser(reader, dimensions)?;
        if columns != dimensions || rows.checked_mul(codes_per_row) != Some(codes.len()) {
            return Err(ModelError::Damaged("input matrix size"));
        }
        let norms = if has_norms {
            let codes = reader.take(rows, "norms")?;
            let (_, _, norms) = read_quantiser(reader, 1)?;
            Some((codes, norms))
        } else {
            None
        };
        Ok(Self {
            rows,
            codes,
            codes_per_row,
            part,
            centroids,
            norms,
        })
    }

    fn add_row(&self, row: usize, sum: &mut [f32]) {
        let start = row * self.codes_per_row;
        let codes = self
            .codes
            .get(start..start + self.codes_per_row)
            .unwrap_or_default();
        let norm = self.norms.as_ref().map_or(1.0, |(codes, norms)| {
            let code = codes.get(row).copied().unwrap_or_default();
            norms.get(usize::from(code)).copied().unwrap_or(1.0)
        });
        let tables = self.centroids.chunks_exact(self.part * CENTROIDS);
        for ((table, &code), part) in tables.zip(codes).zip(sum.chunks_exact_mut(self.part)) {
            let start = usize::from(code) * self.part;
            let centroid = table.get(start..start + self.part).unwrap_or_default();
            for (value, &c) in part.iter_mut().zip(centroid) {
                *value += norm * c;
            }
        }
    }
}

/// Reads a product quantiser: codes per row, length of a part, centroids.
fn read_quantiser(
    reader: &mut Reader<'_>,
    dimensions: usize,
) -> Result<(usize, usize, Vec<f32>), ModelError> {
    let columns = reader.length32("quantiser")?;
    let parts = reader.length32("quantiser")?;
    let part = reader.length32("quantiser")?;
    let last_part = reader.length32("quantiser")?;
    if columns != dimensions || parts.checked_mul(part) != Some(dimensions) || part != last_part {
        return Err(ModelError::Unsupported("rows in parts of unequal length"));
    }
    Ok((
        parts,
        part,
        reader.floats(columns * CENTROIDS, "quantiser")?,
    ))
}

fn read_output(
    reader: &mut Reader<'_>,
    labels: usize,
    dimensions: usize,
) -> Result<Vec<f32>, ModelError> {
    let rows = reader.length64("output matrix")?;
    let columns = reader.length64("output matrix")?;
    if rows != labels || columns != dimensions {
        return Err(ModelError::Damaged("output matrix size"));
    }
    reader.floats(rows * columns, "output matrix")
}

/// Builds fastText's Huffman tree over labels with these counts, which stand in
/// falling order; each element holds the children of one inner node.
fn huffman_tree(counts: &[i64]) -> Vec<[u32; 2]> {
    let leaves = counts.len();
    let mut sums: Vec<i64> = Vec::with_capacity(leaves);
    let mut tree = Vec::with_capacity(leaves);
    let mut next_leaf = leaves;
    let mut next_inner = 0;
    for _ in 1..leaves {
        let mut total = 0;
        let children = [(); 2].map(|()| {
            let leaf = next_leaf.checked_sub(1).and_then(|i| counts.get(i));
            match (leaf, sums.get(next_inner)) {
                (Some(&leaf), inner) if inner.is_none_or(|&inner| leaf < inner) => {
                    next_leaf -= 1;
                    total += leaf;
                    next_leaf as u32
                }
                (_, inner) => {
                    total += inner.copied().unwrap_or_default();
                    next_inner += 1;
                    (leaves + next_inner - 1) as u32
                }
            }
        });
        sums.push(total);
        tree.push(children);
    }
    tree
}

/// Takes values off the front of the file.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize, what: &'static str) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self
            .bytes
            .split_at_checked(count)
            .ok_or(ModelError::Truncated(what))?;
        self.bytes = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self, what: &'static str) -> Result<[u8; N], ModelError> {
        let (taken, rest) = self
            .bytes
            .split_first_chunk::<N>()
            .ok_or(ModelError::Truncated(what))?;
        self.bytes = rest;
        Ok(*taken)
    }

    fn flag(&mut self, what: &'static str) -> Result<bool, ModelError> {
        match self.array(what)? {
            [0] => Ok(false),
            [1] => Ok(true),
            _ => Err(ModelError::Damaged(what)),
        }
    }

    fn i32(&mut self, what: &'static str) -> Result<i32, ModelError> {
        Ok(i32::from_le_bytes(self.array(what)?))
    }

    fn i64(&mut self, what: &'static str) -> Result<i64, ModelError> {
        Ok(i64::from_le_bytes(self.array(what)?))
    }

    fn length32(&mut self, what: &'static str) -> Result<usize, ModelError> {
        usize::try_from(self.i32(what)?).map_err(|_| ModelError::Damaged(what))
    }

    fn length64(&mut self, what: &'static str) -> Result<usize, ModelError> {
        usize::try_from(self.i64(what)?).map_err(|_| ModelError::Damaged(what))
    }

    /// Bytes up to a NUL, which is taken too.
    fn string(&mut self, what: &'static str) -> Result<&'a [u8], ModelError> {
        let end = self
            .bytes
            .iter()
            .position(|&b| b == 0)
            .ok_or(ModelError::Truncated(what))?;
        let string = self.take(end, what)?;
        self.take(1, what)?;
        Ok(string)
    }

    fn floats(&mut self, count: usize, what: &'static str) -> Result<Vec<f32>, ModelError> {
        let bytes = count.checked_mul(4).ok_or(ModelError::Damaged(what))?;
        let (floats, _) = self.take(bytes, what)?.as_chunks::<4>();
        Ok(floats.iter().map(|&b| f32::from_le_bytes(b)).collect())
    }
}
