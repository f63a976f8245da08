//! Figures as people write them, kept with a dot and without groups.

use crate::country::Country;
use std::borrow::Cow;

pub(super) fn integer(text: &str) -> Result<Cow<'_, str>, String> {
    match text.parse::<i64>() {
        Ok(figure) if is_plain(text) => {
            let kept = figure.to_string();
            Ok(if kept == text {
                Cow::Borrowed(text)
            } else {
                Cow::Owned(kept)
            })
        }
        _ => Err("is not a whole number: write digits only".to_owned()),
    }
}

/// The sign that groups thousands and the one before the fraction are those of the country; a
/// fraction behind a dot is understood everywhere, unless the dot groups thousands there.
pub(super) fn decimal(text: &str, country: Country) -> Result<Cow<'_, str>, String> {
    let (group, point) = match country {
        Country::Nl | Country::De => ('.', ','),
        Country::Hu => (' ', ','),
        Country::Ch => ('\'', '.'),
        Country::Gb | Country::Us => (',', '.'),
    };
    let (whole, fraction) = match text.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None if is_grouped(text, group) => (text, None),
        None => match text.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        },
    };
    let whole = if is_grouped(whole, group) {
        Cow::Owned(whole.replace(group, ""))
    } else {
        Cow::Borrowed(whole)
    };
    let fraction_is_digits = fraction.is_none_or(|fraction| {
        !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !is_plain(&whole) || !fraction_is_digits {
        return Err(format!("is not a figure: write it as 1234{point}50"));
    }
    Ok(match fraction {
        Some(fraction) => Cow::Owned(format!("{whole}.{fraction}")),
        None => Cow::Owned(whole.into_owned()),
    })
}

fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `1.234` or `12.345.678`, with the sign given.
fn is_grouped(text: &str, group: char) -> bool {
    let mut parts = text.strip_prefix('-').unwrap_or(text).split(group);
    let first = parts.next().unwrap_or_default();
    let mut followed = false;
    let all_three = parts.all(|part| {
        followed = true;
        part.len() == 3 && is_plain(part) && !part.starts_with('-')
    });
    followed && all_three && matches!(first.len(), 1..=3) && is_plain(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_read_as_the_country_writes_it() {
        for (text, country, kept) in [
            ("1234,50", Country::Nl, Some("1234.50")),
            ("1.234,50", Country::Nl, Some("1234.50")),
            ("1.234", Country::Nl, Some("1234")),
            ("1.5", Country::Nl, Some("1.5")),
            ("-0,5", Country::De, Some("-0.5")),
            ("1.234", Country::Us, Some("1.234")),
            ("1,234.5", Country::Us, Some("1234.5")),
            ("1'234.5", Country::Ch, Some("1234.5")),
            ("1 234,5", Country::Hu, Some("1234.5")),
            ("12", Country::Nl, Some("12")),
            ("1,2,3", Country::Nl, None),
            ("12.34.567", Country::Nl, None),
            ("1e5", Country::Nl, None),
            (",5", Country::Nl, None),
            ("5,", Country::Nl, None),
            ("NaN", Country::Nl, None),
            ("-", Country::Nl, None),
        ] {
            let ours = decimal(text, country).ok();
            assert_eq!(ours.as_deref(), kept, "{country} {text}");
        }
    }

    #[test]
    fn a_whole_number_has_digits_only() {
        assert_eq!(integer("007").as_deref(), Ok("7"));
        assert_eq!(integer("-7").as_deref(), Ok("-7"));
        for text in ["", "+7", "7,0", "7.0", "zeven", "99999999999999999999"] {
            assert!(integer(text).is_err(), "{text}");
        }
    }
}
