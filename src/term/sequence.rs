//! What a terminal sends, cut into keys, answers and pasted texts.
//!
//! A line may part an escape sequence anywhere, so it is put together byte by byte
//! (ECMA-48 5.4, DEC STD 070), and only a lone Esc needs a clock: whoever feeds the
//! bytes says when it has waited long enough.

/// No sequence that is understood is longer; one that is, is thrown away.
const LONGEST: usize = 4096;
/// No text that is pasted is longer, in bytes; the rest is thrown away.
const LONGEST_PASTE: usize = 1 << 20;
/// What ends a pasted text (DECSET 2004).
const PASTE_END: &[u8] = b"\x1b[201~";

/// Something complete that a terminal sent.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// A character or an escape sequence.
    Sequence(&'a [u8]),
    /// A text that was pasted.
    Paste(&'a [u8]),
}

/// Where in a sequence one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Between sequences.
    #[default]
    Ground,
    /// In a character of several bytes, of which so many are to come.
    Character(usize),
    /// After Esc.
    Escape,
    /// After an Esc that was handed on as the key.
    LateEscape,
    /// After `Esc [`.
    Control,
    /// So many bytes are to come, whatever they are.
    Counted(usize),
    /// In an OSC, a DCS or their like, which ST or BEL ends.
    Text,
    /// The same, after an Esc.
    TextEscape,
    /// In a pasted text.
    Paste,
    /// In a sequence that is too long, which goes on to its end unheard.
    TooLong,
}

/// How long an incomplete sequence is worth waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    /// There is nothing to wait for.
    None,
    /// It may be the key Esc.
    Key,
    /// The key Esc was handed on, but may yet be the beginning of something longer.
    Late,
    /// It is the beginning of something longer.
    Sequence,
    /// It is a text that is being pasted.
    Paste,
}

/// Puts sequences together.
#[derive(Debug, Default)]
pub struct Sequences {
    state: State,
    bytes: Vec<u8>,
}

impl Sequences {
    /// Takes bytes in and hands on everything that is complete then.
    pub fn feed(&mut self, bytes: &[u8], mut hand_on: impl FnMut(Token<'_>)) {
        for byte in bytes {
            self.take(*byte, &mut hand_on);
        }
    }

    /// How long to wait for more.
    #[must_use]
    pub fn patience(&self) -> Patience {
        match self.state {
            State::Ground => Patience::None,
            // Esc, or Alt with a key that begins something longer elsewhere.
            State::Escape => Patience::Key,
            State::LateEscape => Patience::Late,
            State::Text if self.bytes.len() == 2 => Patience::Key,
            State::Paste => Patience::Paste,
            _ => Patience::Sequence,
        }
    }

    /// Nothing came in time: what is there is a key, or is thrown away.
    pub fn give_up(&mut self, mut hand_on: impl FnMut(Token<'_>)) {
        match self.patience() {
            Patience::None => {}
            Patience::Key => {
                let is_lone = self.bytes.len() == 1;
                self.complete(&mut hand_on);
                if is_lone {
                    self.state = State::LateEscape;
                }
            }
            Patience::Late | Patience::Sequence => self.clear(),
            Patience::Paste => {
                hand_on(Token::Paste(&self.bytes));
                self.clear();
            }
        }
    }

    fn clear(&mut self) {
        self.state = State::Ground;
        self.bytes.clear();
    }

    fn complete(&mut self, hand_on: &mut impl FnMut(Token<'_>)) {
        if self.bytes == b"\x1b[200~" {
            self.bytes.clear();
            self.state = State::Paste;
            return;
        }
        hand_on(Token::Sequence(&self.bytes));
        self.clear();
    }

    fn take(&mut self, byte: u8, hand_on: &mut impl FnMut(Token<'_>)) {
        if self.state == State::Paste {
            self.paste(byte, hand_on);
            return;
        }
        if self.state == State::LateEscape {
            self.clear();
            // What a line parted after the Esc does not become keys of its own.
            if matches!(byte, b'[' | b'O') {
                self.bytes.push(0x1b);
                self.state = State::Escape;
            }
        }
        // CAN and SUB end a sequence without effect.
        if matches!(byte, 0x18 | 0x1a) && self.state != State::Ground {
            self.clear();
            return;
        }
        if self.state == State::TooLong {
            self.skip(byte);
            return;
        }
        if byte == 0x1b && !matches!(self.state, State::Ground | State::Text) {
            // An Esc begins anew; one before it was the key.
            if self.state == State::Escape {
                self.complete(hand_on);
            }
            self.bytes.clear();
            self.bytes.push(byte);
            self.state = State::Escape;
            return;
        }
        self.bytes.push(byte);
        match self.state {
            State::Ground => self.begin(byte, hand_on),
            State::Character(left) if matches!(byte, 0x80..=0xbf) => {
                self.state = State::Character(left - 1);
                if left == 1 {
                    self.complete(hand_on);
                }
            }
            State::Character(_) => {
                // The character before was cut off; this byte is another.
                self.clear();
                self.take(byte, hand_on);
            }
            State::Escape => match byte {
                b'[' => self.state = State::Control,
                b'O' => self.state = State::Counted(1),
                b']' | b'P' | b'_' | b'^' | b'X' => self.state = State::Text,
                0xc2..=0xf4 => self.state = State::Character(continuation(byte)),
                _ => self.complete(hand_on),
            },
            State::Control => self.control(byte, hand_on),
            State::Counted(left) => {
                self.state = State::Counted(left.saturating_sub(1));
                if left <= 1 {
                    self.complete(hand_on);
                }
            }
            State::Text if byte == 0x07 => self.complete(hand_on),
            State::Text if byte == 0x1b => self.state = State::TextEscape,
            State::Text => {}
            State::TextEscape if byte == b'\\' => self.complete(hand_on),
            State::TextEscape => {
                // The text was broken off; the Esc begins something else.
                self.bytes.clear();
                self.bytes.push(0x1b);
                self.state = State::Escape;
                self.take(byte, hand_on);
            }
            State::Paste | State::TooLong | State::LateEscape => {}
        }
        if self.bytes.len() > LONGEST && self.state != State::Paste {
            self.bytes.clear();
            self.state = State::TooLong;
        }
    }

    /// Passes over a byte of a sequence that is too long.
    fn skip(&mut self, byte: u8) {
        // ST's backslash, when it comes, ends it like BEL; the Esc before is kept.
        let ends = byte == 0x07 || (byte == b'\\' && self.bytes == [0x1b]);
        self.bytes.clear();
        if ends {
            self.clear();
        } else if byte == 0x1b {
            self.bytes.push(byte);
        }
    }

    fn begin(&mut self, byte: u8, hand_on: &mut impl FnMut(Token<'_>)) {
        match byte {
            0x1b => self.state = State::Escape,
            0..=0x7f => self.complete(hand_on),
            0xc2..=0xf4 => self.state = State::Character(continuation(byte)),
            // No character begins so.
            _ => self.clear(),
        }
    }

    fn control(&mut self, byte: u8, hand_on: &mut impl FnMut(Token<'_>)) {
        let is_first = self.bytes.len() == 3;
        match byte {
            // The function keys of the Linux console.
            b'[' if is_first => self.state = State::Counted(1),
            // The mouse, in the manner of X10.
            b'M' if is_first => self.state = State::Counted(3),
            0x40..=0x7e => self.complete(hand_on),
            0x20..=0x3f => {}
            _ => self.clear(),
        }
    }

    fn paste(&mut self, byte: u8, hand_on: &mut impl FnMut(Token<'_>)) {
        if self.bytes.len() >= LONGEST_PASTE {
            // Keep the end, which may hold what ends the text.
            let kept = self.bytes.len() - (PASTE_END.len() - 1);
            self.bytes.drain(LONGEST_PASTE - PASTE_END.len()..kept);
        }
        self.bytes.push(byte);
        if self.bytes.ends_with(PASTE_END) {
            let text = self.bytes.len() - PASTE_END.len();
            hand_on(Token::Paste(self.bytes.get(..text).unwrap_or_default()));
            self.clear();
        }
    }
}

/// The bytes that follow the first of a character.
const fn continuation(first: u8) -> usize {
    match first {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(chunks: &[&[u8]]) -> Vec<String> {
        let mut sequences = Sequences::default();
        let mut found = Vec::new();
        for chunk in chunks {
            sequences.feed(chunk, |token| {
                found.push(match token {
                    Token::Sequence(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                    Token::Paste(bytes) => format!("<{}>", String::from_utf8_lossy(bytes)),
                });
            });
        }
        found
    }

    #[test]
    fn sequences_are_put_together_from_any_parts() {
        let all = "j\x1b[A\x1bOPب\x1bx\x1b[<0;3;4M\x1b[[A\x1b[1;5C\x1b]11;rgb:0/0/0\x1b\\\
                   \x1bP>|XTerm(379)\x1b\\\x1b[M abé\x1b[200~a\x1b[Ab\x1b[201~k";
        let wanted = [
            "j",
            "\x1b[A",
            "\x1bOP",
            "ب",
            "\x1bx",
            "\x1b[<0;3;4M",
            "\x1b[[A",
            "\x1b[1;5C",
            "\x1b]11;rgb:0/0/0\x1b\\",
            "\x1bP>|XTerm(379)\x1b\\",
            "\x1b[M ab",
            "é",
            "<a\x1b[Ab>",
            "k",
        ];
        assert_eq!(tokens(&[all.as_bytes()]), wanted);
        let bytes: Vec<&[u8]> = all.as_bytes().chunks(1).collect();
        assert_eq!(tokens(&bytes), wanted);
    }

    proptest! {
        #[test]
        fn it_does_not_matter_where_bytes_are_parted(
            bytes in prop::collection::vec(
                prop_oneof![
                    any::<u8>(),
                    prop::sample::select(b"\x1b[]OPM\\;~?>\x07\x18200201".to_vec()),
                ],
                0..200,
            ),
            at in 0_usize..200,
        ) {
            let (start, end) = bytes.split_at(at.min(bytes.len()));
            prop_assert_eq!(tokens(&[&bytes]), tokens(&[start, end]));
        }
    }

    #[test]
    fn a_lone_esc_waits() {
        let mut sequences = Sequences::default();
        let mut found = Vec::new();
        sequences.feed(b"\x1b", |_| found.push(0));
        assert_eq!(sequences.patience(), Patience::Key);
        assert!(found.is_empty());
        sequences.give_up(|token| {
            assert_eq!(token, Token::Sequence(b"\x1b"));
            found.push(1);
        });
        assert_eq!(found, [1]);
        sequences.give_up(|_| found.push(0));
        assert_eq!(sequences.patience(), Patience::None);
        sequences.feed(b"\x1b[", |_| found.push(0));
        assert_eq!(sequences.patience(), Patience::Sequence);
        sequences.give_up(|_| found.push(0));
        assert_eq!(sequences.patience(), Patience::None);
        assert_eq!(found, [1]);
        assert_eq!(
            tokens(&[b"\x1b\x1b", b"\x1b[A"]),
            ["\x1b", "\x1b", "\x1b[A"]
        );
    }

    #[test]
    fn what_comes_late_after_an_esc_is_no_key_of_its_own() {
        for (rest, wanted) in [
            (b"[B".as_slice(), b"\x1b[B".as_slice()),
            (b"OP", b"\x1bOP"),
            (b"j", b"j"),
            (b"\x1b[A", b"\x1b[A"),
        ] {
            let mut sequences = Sequences::default();
            let mut found = Vec::new();
            let mut hear = |token: Token<'_>| match token {
                Token::Sequence(bytes) | Token::Paste(bytes) => found.push(bytes.to_vec()),
            };
            sequences.feed(b"\x1b", &mut hear);
            sequences.give_up(&mut hear);
            assert_eq!(sequences.patience(), Patience::Late);
            for byte in rest {
                sequences.feed(&[*byte], &mut hear);
            }
            assert_eq!(found, [b"\x1b", wanted]);
        }
        // Once it was waited for, they are keys.
        let mut sequences = Sequences::default();
        let mut found = 0;
        sequences.feed(b"\x1b", |_| found += 1);
        sequences.give_up(|_| found += 1);
        sequences.give_up(|_| found += 1);
        sequences.feed(b"[", |token| {
            assert_eq!(token, Token::Sequence(b"["));
            found += 1;
        });
        assert_eq!(found, 2);
    }

    #[test]
    fn what_is_no_text_is_left_out() {
        assert_eq!(tokens(&[b"\xffa\xd8b\x80c"]), ["a", "b", "c"]);
        assert_eq!(tokens(&[b"\x1b[1\x01x"]), ["x"]);
        let long = [b"\x1b]".as_slice(), &[b'a'; 5000], b"\x07k"].concat();
        assert_eq!(tokens(&[&long]), ["k"]);
        let long = [b"\x1bP".as_slice(), &[b'a'; 5000], b"\x1b\\k"].concat();
        assert_eq!(tokens(&[&long]), ["k"]);
        assert_eq!(tokens(&[b"\x1b]11;\x1b[Aj"]), ["\x1b[A", "j"]);
        assert_eq!(tokens(&[b"\x1b]11;\x18j"]), ["j"]);
        let paste = [b"\x1b[200~".as_slice(), &vec![b'a'; 1 << 21], b"\x1b[201~k"].concat();
        let found = tokens(&[&paste]);
        assert_eq!(found.len(), 2);
        assert!(found[0].len() < (1 << 20) + 16);
    }
}
