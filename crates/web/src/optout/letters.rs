//! Figures and signatures in small letters and digits.

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A figure in base 36.
pub fn written(mut figure: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = usize::try_from(figure % 36).unwrap_or(0);
        digits.push(DIGITS.get(digit).copied().unwrap_or(b'0'));
        figure /= 36;
        if figure == 0 {
            break;
        }
    }
    digits
        .iter()
        .rev()
        .map(|digit| char::from(*digit))
        .collect()
}

/// What `written` wrote; none where it is no such figure.
pub fn figure(text: &str) -> Option<i64> {
    let plain = text.bytes().all(|byte| DIGITS.contains(&byte));
    (plain && !text.is_empty()).then_some(())?;
    i64::from_str_radix(text, 36).ok()
}

/// Five bits a letter.
pub fn base32(bytes: &[u8]) -> String {
    let (mut held, mut bits, mut text) = (0_u32, 0_u32, String::new());
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            let letter = usize::try_from((held >> bits) & 31).unwrap_or(0);
            text.push(char::from(LETTERS.get(letter).copied().unwrap_or(b'a')));
        }
        held &= (1 << bits) - 1;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for n in [0, 35, 36, 493_023_125_018, 1 << 59] {
            assert_eq!(figure(&written(n)), i64::try_from(n).ok());
        }
        for wrong in ["", "+1", "-1", "A", "é", "zzzzzzzzzzzzzzzz"] {
            assert_eq!(figure(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn five_bits_make_a_letter() {
        assert_eq!(base32(b"foobar"), "mzxw6ytbo");
        assert_eq!(base32(&[0xff; 32]).len(), 51);
    }
}
