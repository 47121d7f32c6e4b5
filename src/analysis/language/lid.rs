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

mod dictionary;
mod matrix;
mod reader;

use thiserror::Error;

use dictionary::{
    END_OF_SENTENCE, Entries, FNV_OFFSET, LABEL_PREFIX, PrunedIndex, Words, fnv_step,
};
use matrix::{QuantisedMatrix, read_output};
use reader::Reader;

const MAGIC: i32 = 793_712_314;
const VERSION: i32 = 12;
const HIERARCHICAL_SOFTMAX: i32 = 1;
const SUPERVISED: i32 = 3;
/// Longest vector this reader takes; keeps the hidden layer on the stack.
const MAX_DIMENSIONS: usize = 64;

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
