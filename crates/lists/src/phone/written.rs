//! What is left of a written number when spaces, dashes and brackets are taken away.

use super::PhoneError;

/// Longer than any number with country code, trunk prefix and `00`.
const MOST_DIGITS: usize = 20;

/// The digits of a number in the order they were written, and whether a plus stood before them.
pub(super) struct Written {
    digits: [u8; MOST_DIGITS],
    count: usize,
    plus: bool,
}

impl Written {
    pub(super) fn read(raw: &str) -> Result<Self, PhoneError> {
        let text = without_spreadsheet_tail(raw.trim());
        let mut written = Self {
            digits: [0; MOST_DIGITS],
            count: 0,
            plus: false,
        };
        for (at, letter) in text.char_indices() {
            match letter {
                '0'..='9' => written.push(letter)?,
                '+' if written.plus || written.count > 0 => return Err(PhoneError::PlusInside),
                '+' => written.plus = true,
                '\'' if at == 0 => {}
                _ if separates(letter) => {}
                ',' | 'E' | 'e' if is_scientific(text) => return Err(PhoneError::Scientific),
                _ if letter.is_alphabetic() => return Err(PhoneError::Letters),
                _ => return Err(PhoneError::Character(letter)),
            }
        }
        if written.count == 0 {
            return Err(PhoneError::NoDigits);
        }
        Ok(written)
    }

    pub(super) fn digits(&self) -> &[u8] {
        self.digits.get(..self.count).unwrap_or_default()
    }

    pub(super) fn has_plus(&self) -> bool {
        self.plus
    }

    fn push(&mut self, digit: char) -> Result<(), PhoneError> {
        let place = self.digits.get_mut(self.count);
        *place.ok_or(PhoneError::FarTooLong)? = u8::try_from(digit).unwrap_or(b'0');
        self.count += 1;
        Ok(())
    }
}

/// A spreadsheet that took the number for a figure writes it as `507070720.0`.
fn without_spreadsheet_tail(text: &str) -> &str {
    match text.strip_suffix(".0") {
        Some(figure) if figure.len() >= 7 && figure.bytes().all(|b| b.is_ascii_digit()) => figure,
        _ => text,
    }
}

/// `3.15071E+10`: a figure whose last digits are gone.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let digits_and = |text: &str, others: &[char]| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || others.contains(&c))
    };
    digits_and(mantissa, &['.', ',']) && digits_and(exponent, &[])
}

/// Spaces of every width, dashes of every length, dots, slashes, brackets, and the invisible
/// direction marks that come along when a number is copied from a contact card.
fn separates(letter: char) -> bool {
    matches!(letter, ' ' | '-' | '.' | '/' | '(' | ')' | '\t')
        || (!letter.is_ascii()
            && (letter.is_whitespace()
                || matches!(letter,
                    '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200B}'..='\u{200F}'
                    | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')))
}
