//! Who calls, as far as that can be believed: whatever came over the line is somebody else's text.

use engine::Number;

/// A number that can be called back, and a name that can be shown without harm.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caller {
    /// Nothing where none was sent, or what was sent is no whole number.
    pub number: Option<Number>,
    pub name: Option<String>,
}

const LONGEST_NAME: usize = 60;
/// Nobody's number is longer on the wire, with all its dressing.
const LONGEST_NUMBER: usize = 40;
/// What exchanges write where the caller wants to stay unknown.
const NOBODY: [&str; 6] = [
    "anonymous",
    "unknown",
    "unavailable",
    "restricted",
    "private",
    "asterisk",
];

impl Caller {
    #[must_use]
    pub fn read(number: &str, name: &str) -> Self {
        let name = plain(name);
        let is_said = |name: &String| {
            let small = name.to_lowercase();
            !NOBODY.contains(&small.as_str()) && name.chars().any(char::is_alphabetic)
        };
        Self {
            number: whole(number),
            name: Some(name).filter(is_said),
        }
    }
}

/// A number with its country. One that begins with a single zero could be anybody's anywhere.
#[must_use]
pub fn whole(text: &str) -> Option<Number> {
    if text.len() > LONGEST_NUMBER {
        return None;
    }
    let text = text.trim();
    let bare = text.strip_prefix('+').or_else(|| text.strip_prefix("00"));
    let digits = bare.unwrap_or(text);
    let is_plain = digits.bytes().all(|sign| sign.is_ascii_digit()) && !digits.starts_with('0');
    let digits = digits.parse().ok().filter(|_| is_plain)?;
    Number::new(digits).ok()
}

/// Letters, digits and what stands in names. Marks that turn the direction of writing, control
/// characters, and whatever could be markup are left out.
fn plain(name: &str) -> String {
    let kept = |sign: char| sign.is_alphanumeric() || " .,'&()-/".contains(sign);
    let words: String = name
        .chars()
        .take(LONGEST_NAME * 4)
        .map(|sign| if sign.is_whitespace() { ' ' } else { sign })
        .filter(|sign| kept(*sign))
        .collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_whole_number_is_unknown() {
        for (text, digits) in [
            ("+493023125100", Some(493_023_125_100)),
            ("00493023125100", Some(493_023_125_100)),
            ("493023125100", Some(493_023_125_100)),
            (" +31201234567 ", Some(31_201_234_567)),
            ("03023125100", None),
            ("", None),
            ("anonymous", None),
            ("+49302312510a", None),
            ("+49 30 23125100", None),
            ("4930\r\nTo: <sip:x@y>", None),
            ("<script>alert(1)</script>", None),
            ("+4930231251000000", None),
            ("110", None),
            ("٠١٢٣٤٥٦٧٨", None),
            ("\u{202e}001521320394+", None),
            ("sip:+493023125100@evil.example", None),
        ] {
            assert_eq!(whole(text).map(Number::digits), digits, "{text:?}");
        }
        assert_eq!(whole(&"9".repeat(10_000)), None);
    }

    #[test]
    fn a_name_is_text_that_can_be_shown() {
        for (text, shown) in [
            ("Jan de Vries", Some("Jan de Vries")),
            ("Kovács Éva", Some("Kovács Éva")),
            ("  two\twords\n", Some("two words")),
            ("\u{202e}Evil\u{202c}\u{200b}", Some("Evil")),
            ("<b>Bob</b>", Some("bBob/b")),
            ("\"; DROP TABLE--", Some("DROP TABLE--")),
            ("a\u{0}b\u{7f}c", Some("abc")),
            ("\"Bob\" <sip:bob@x>;tag=1", Some("Bob sipbobxtag1")),
            ("+493023125100", None),
            ("Anonymous", None),
            ("", None),
            ("%s%n{{7*7}}${IFS}", Some("sn77IFS")),
        ] {
            assert_eq!(Caller::read("", text).name.as_deref(), shown, "{text:?}");
        }
        let long = Caller::read("", &"x".repeat(100_000)).name.unwrap();
        assert_eq!(long.chars().count(), LONGEST_NAME);
    }
}
