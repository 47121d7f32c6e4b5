//! BM25 over the counts of a scan.

use super::tally::Tally;

/// How soon more occurrences stop counting.
const K1: f32 = 1.2;

/// How much long articles are held back.
const B: f32 = 0.75;

/// What a scan learns of the articles it looked at.
#[derive(Clone, Debug)]
pub struct Statistics {
    articles: usize,
    words: usize,
    /// In how many articles each term stands.
    holding: Vec<usize>,
}

impl Statistics {
    /// Nothing looked at yet, with so many terms.
    pub fn new(terms: usize) -> Self {
        Self {
            articles: 0,
            words: 0,
            holding: vec![0; terms],
        }
    }

    /// Adds an article of so many words.
    pub fn add(&mut self, tally: &Tally, words: usize) {
        self.articles += 1;
        self.words = self.words.saturating_add(words);
        for (holding, count) in self.holding.iter_mut().zip(&tally.counts) {
            *holding += usize::from(*count > 0.0);
        }
    }

    /// Adds what another part of the scan learnt.
    pub fn merge(&mut self, other: &Self) {
        self.articles += other.articles;
        self.words = self.words.saturating_add(other.words);
        for (holding, more) in self.holding.iter_mut().zip(&other.holding) {
            *holding += more;
        }
    }

    /// The score of an article of so many words.
    ///
    /// BM25 cannot pass the sum of its terms' weights times `K1 + 1`; that much
    /// is added where every term stands as it was typed, so that folding never
    /// wins over the form that was asked for.
    pub fn score(&self, tally: &Tally, words: usize) -> f32 {
        let mean = self.words as f32 / self.articles.max(1) as f32;
        let length = 1.0 - B + B * words as f32 / mean.max(1.0);
        let mut score = 0.0;
        let mut most = 0.0;
        for (holding, count) in self.holding.iter().zip(&tally.counts) {
            if *count > 0.0 {
                let weight = self.weight(*holding);
                score += weight * count * (K1 + 1.0) / (count + K1 * length);
                most += weight * (K1 + 1.0);
            }
        }
        if tally.is_exact { score + most } else { score }
    }

    /// The weight of a term that stands in so many articles: the rarer the
    /// heavier, and never negative.
    fn weight(&self, holding: usize) -> f32 {
        let (all, holding) = (self.articles as f32, holding as f32);
        (1.0 + (all - holding + 0.5) / (holding + 0.5)).ln()
    }
}
