//! From folded bytes back to source bytes.

use std::ops::Range;

/// From a folded offset on, source and folded text run side by side, byte for
/// byte, up to the next piece.
#[derive(Clone, Copy, Debug)]
struct Piece {
    folded: u32,
    source: u32,
}

/// Where folded text came from. Only places where both texts stop running side
/// by side cost anything (8 bytes each).
///
/// Several folded characters of one source character are pieces of the same
/// source offset.
#[derive(Clone, Debug, Default)]
pub(super) struct SourceMap {
    pieces: Vec<Piece>,
    source_len: u32,
    /// The next character starts a piece, wherever it came from.
    restart: bool,
}

impl SourceMap {
    /// Longest source, so that the folded text (11 times as long at worst, the
    /// one letter U+FDFA) keeps within 32 bits.
    pub(super) const MAX_SOURCE: usize = 1 << 28;

    /// Records that the character about to stand at `folded` comes from the
    /// source character at `source`.
    pub(super) fn note(&mut self, folded: usize, source: usize) {
        let [folded, source] = [folded, source].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        let last = self.pieces.last();
        let expected = last.map_or(folded, |piece| piece.source + (folded - piece.folded));
        if self.restart || source != expected {
            self.pieces.push(Piece { folded, source });
            self.restart = false;
        }
    }

    /// Records one of several folded characters that come from the same source.
    pub(super) fn note_shared(&mut self, folded: usize, source: usize) {
        self.restart = true;
        self.note(folded, source);
        self.restart = true;
    }

    /// Forgets everything from a folded offset on.
    pub(super) fn forget(&mut self, folded: usize) {
        let keep = self
            .pieces
            .partition_point(|piece| (piece.folded as usize) < folded);
        self.pieces.truncate(keep);
    }

    /// Ends the map of a source of so many bytes.
    pub(super) fn finish(&mut self, source_len: usize) {
        self.source_len = u32::try_from(source_len).unwrap_or(u32::MAX);
        self.pieces.shrink_to_fit();
    }

    /// Places where source and folded text stop running side by side.
    #[cfg(test)]
    pub(super) fn pieces(&self) -> usize {
        self.pieces.len()
    }

    /// The source of a range of the folded text, which has `len` bytes.
    pub(super) fn source(&self, folded: Range<usize>, len: usize) -> Range<usize> {
        let start = self.start(folded.start.min(len));
        if folded.is_empty() {
            return start..start;
        }
        start..self.end(folded.end.min(len), len).max(start)
    }

    /// The piece a folded offset lies in, and the index of the next.
    fn piece(&self, folded: usize) -> (Piece, usize) {
        let next = self
            .pieces
            .partition_point(|piece| piece.folded as usize <= folded);
        let before = next.checked_sub(1).and_then(|index| self.pieces.get(index));
        let side_by_side = Piece {
            folded: 0,
            source: 0,
        };
        (*before.unwrap_or(&side_by_side), next)
    }

    /// Where the source of the character at a folded offset starts.
    fn start(&self, folded: usize) -> usize {
        let (piece, next) = self.piece(folded);
        let limit = self
            .pieces
            .get(next)
            .map_or(self.source_len, |next| next.source);
        (piece.source as usize + folded - piece.folded as usize).min(limit as usize)
    }

    /// Where the source of the character that ends at a folded offset ends: where
    /// the source of the next one starts.
    fn end(&self, folded: usize, len: usize) -> usize {
        let (piece, next) = self.piece(folded.saturating_sub(1));
        let later = self.pieces.get(next..).unwrap_or_default();
        match later.first() {
            _ if folded == len => self.source_len as usize,
            Some(first) if folded >= first.folded as usize => later
                .iter()
                .find(|later| later.source != piece.source)
                .map_or(self.source_len, |later| later.source)
                as usize,
            _ => self.start(folded),
        }
    }
}
