//! Amounts as each language writes them, and as people type them.

use super::{Language, Words};
use engine::Money;

impl Words {
    /// `1.200,50 EUR`, `1 200,50 EUR` or `1,200.50 EUR`.
    pub fn money(&self, money: &Money) -> String {
        let sign = if money.hundredths < 0 { "-" } else { "" };
        format!("{sign}{} {}", self.amount(money.hundredths), money.currency)
    }

    /// The same without its currency, as [`read`] takes it back.
    pub fn amount(&self, hundredths: i64) -> String {
        let whole = hundredths.unsigned_abs();
        let point = match self.language() {
            Language::English => '.',
            Language::Dutch | Language::German | Language::Hungarian => ',',
        };
        let units = i64::try_from(whole / 100).unwrap_or(i64::MAX);
        format!("{}{point}{:02}", self.number(units), whole % 100)
    }
}

/// Hundredths of what was typed. One or two digits behind the last point or comma are
/// hundredths; three are thousands, whichever of the two stands before them.
pub fn read(text: &str) -> Option<i64> {
    let typed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let last = typed.rfind(['.', ',', '\'', '’']);
    let behind = last.map_or("", |at| typed.get(at..).unwrap_or_default());
    let behind: String = behind.chars().skip(1).collect();
    let has_hundredths = matches!(behind.len(), 1 | 2) && last.is_some();
    let whole = match last.filter(|_| has_hundredths) {
        Some(at) => typed.get(..at)?,
        None => typed.as_str(),
    };
    let units = digits(whole)?;
    let hundredths: i64 = match (has_hundredths, behind.len()) {
        (false, _) => 0,
        (true, 1) => behind.parse::<i64>().ok()?.checked_mul(10)?,
        (true, _) => behind.parse().ok()?,
    };
    units.checked_mul(100)?.checked_add(hundredths)
}

/// Digits, in groups of three behind the first where they are grouped.
fn digits(text: &str) -> Option<i64> {
    let parts: Vec<&str> = text.split(['.', ',', '\'', '’']).collect();
    let grouped = parts.iter().skip(1).all(|part| part.len() == 3);
    let joined = parts.concat();
    let is_number = !joined.is_empty() && joined.chars().all(|c| c.is_ascii_digit());
    let first = parts.first().is_some_and(|first| !first.is_empty());
    (is_number && grouped && first).then(|| joined.parse().ok())?
}

/// What is paid with where a list is called. Euros where nothing else is known.
pub fn currency_of(country: &str) -> &'static str {
    match country {
        "CH" | "LI" => "CHF",
        "HU" => "HUF",
        "GB" => "GBP",
        "US" => "USD",
        _ => "EUR",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::Zone;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, hundredths) in [
            ("1200", 120_000),
            ("1.200", 120_000),
            ("1,200", 120_000),
            ("1.200,5", 120_050),
            ("1,200.50", 120_050),
            ("1 200,50", 120_050),
            ("1'200.50", 120_050),
            ("12.345.678", 1_234_567_800),
            ("0,99", 99),
        ] {
            assert_eq!(read(text), Some(hundredths), "{text}");
        }
        for text in [
            "",
            "abc",
            "-5",
            "1.2.3",
            "1,2345",
            ",5",
            "12 EUR",
            "99999999999999999999",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for language in Language::ALL {
            let words = Words::new(language, Zone::new("Europe/Berlin").unwrap());
            for hundredths in [0, 5, 1_050, 120_050, 123_456_789] {
                let text = words.amount(hundredths);
                assert_eq!(read(&text), Some(hundredths), "{language:?} {text}");
            }
        }
    }
}
