//! The explicit controls of UAX 9, kept in pairs and within their line.

use super::edit::Edit;

/// Pop Directional Formatting: ends an embedding or an override.
pub(super) const PDF: char = '\u{202C}';
/// Pop Directional Isolate: ends an isolate.
const PDI: char = '\u{2069}';

/// Most openers that may be open at once: each raises the level by at most two,
/// a right-to-left paragraph begins at 1, and UAX 9 ends at level 125 (BD2).
const MAX_OPEN: usize = 62;

/// Whether a character is one of Unicode's twelve `Bidi_Control`s.
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(
        c,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

/// What becomes of a control.
pub(super) enum Verdict {
    Keep,
    Drop,
    /// Keep, after the ends of that many embeddings, which it would end unsaid.
    CloseFirst(usize),
}

/// An embedding, override or isolate without its end so far.
struct Opener {
    isolate: bool,
    kept: bool,
}

/// What is open on the current line, outermost first.
#[derive(Default)]
pub(super) struct Openers {
    stack: Vec<Opener>,
    isolates: usize,
    kept: usize,
}

impl Openers {
    /// Follows one control (X1 to X7, without the levels).
    pub(super) fn verdict(&mut self, c: char) -> Verdict {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => self.open(false),
            '\u{2066}'..='\u{2068}' => self.open(true),
            PDF => match self.stack.pop_if(|top| !top.isolate) {
                Some(top) => self.ended(&top),
                None => Verdict::Drop,
            },
            PDI => self.end_isolate(),
            _ => Verdict::Keep,
        }
    }

    fn open(&mut self, isolate: bool) -> Verdict {
        let kept = self.kept < MAX_OPEN;
        self.kept += usize::from(kept);
        self.isolates += usize::from(isolate);
        self.stack.push(Opener { isolate, kept });
        if kept { Verdict::Keep } else { Verdict::Drop }
    }

    fn ended(&mut self, opener: &Opener) -> Verdict {
        self.isolates -= usize::from(opener.isolate);
        self.kept -= usize::from(opener.kept);
        if opener.kept {
            Verdict::Keep
        } else {
            Verdict::Drop
        }
    }

    fn end_isolate(&mut self) -> Verdict {
        if self.isolates == 0 {
            return Verdict::Drop;
        }
        let mut embeddings = 0;
        while let Some(top) = self.stack.pop_if(|top| !top.isolate) {
            embeddings += usize::from(top.kept);
            self.ended(&top);
        }
        match self.stack.pop().map(|top| self.ended(&top)) {
            Some(Verdict::Keep) if embeddings > 0 => Verdict::CloseFirst(embeddings),
            Some(verdict) => verdict,
            None => Verdict::Drop,
        }
    }

    /// Ends the line at a byte: writes the ends of what is still open.
    pub(super) fn close(&mut self, at: usize, edit: &mut Edit<'_>) {
        while let Some(top) = self.stack.pop() {
            if top.kept {
                edit.insert(at, if top.isolate { PDI } else { PDF });
            }
        }
        self.isolates = 0;
        self.kept = 0;
    }
}
