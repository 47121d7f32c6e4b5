//! Numbers in escape sequences.

/// How many digits a number has.
pub(super) const fn digits(number: u16) -> usize {
    match number {
        0..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        1000..10000 => 4,
        _ => 5,
    }
}

/// Writes a number in digits.
pub(super) fn write_number(number: u16, bytes: &mut Vec<u8>) {
    if number >= 10 {
        write_number(number / 10, bytes);
    }
    let last = u8::try_from(number % 10).unwrap_or_default();
    bytes.push(b'0' + last);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_digits() {
        for number in [0, 9, 10, 99, 100, 999, 1000, 9999, 10000, u16::MAX] {
            let mut bytes = Vec::new();
            write_number(number, &mut bytes);
            assert_eq!(bytes, number.to_string().into_bytes());
            assert_eq!(bytes.len(), digits(number));
        }
    }
}
