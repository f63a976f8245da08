//! Which stretch of a sound is asked for.

/// The first and the last byte; of an empty sound there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub first: u64,
    pub last: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Whole,
    Part(Stretch),
    /// Behind the end.
    Nothing,
}

/// Reads `bytes=0-499`, `bytes=500-` and `bytes=-500`. Of what is none of them, or of several
/// stretches, all is given, as the standard lets us.
pub fn wanted(header: Option<&str>, length: u64) -> Wanted {
    let Some(range) = header.and_then(|text| text.trim().strip_prefix("bytes=")) else {
        return Wanted::Whole;
    };
    let Some((from, to)) = range.split_once('-') else {
        return Wanted::Whole;
    };
    let end = length.checked_sub(1);
    let (first, last) = match (from.parse::<u64>(), to.parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => (first, Some(last)),
        (Ok(first), Err(_)) if to.is_empty() => (first, None),
        (Err(_), Ok(last)) if from.is_empty() => (length.saturating_sub(last), None),
        _ => return Wanted::Whole,
    };
    match end {
        Some(end) if first <= end => Wanted::Part(Stretch {
            first,
            last: last.unwrap_or(end).min(end),
        }),
        _ => Wanted::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_read_as_browsers_ask_for_it() {
        let part = |first, last| Wanted::Part(Stretch { first, last });
        for (header, expected) in [
            (None, Wanted::Whole),
            (Some("bytes=0-"), part(0, 999)),
            (Some("bytes=0-99"), part(0, 99)),
            (Some("bytes=900-5000"), part(900, 999)),
            (Some("bytes=-100"), part(900, 999)),
            (Some("bytes=-5000"), part(0, 999)),
            (Some("bytes=1000-"), Wanted::Nothing),
            (Some("bytes=5-3"), Wanted::Whole),
            (Some("bytes=0-1,5-6"), Wanted::Whole),
            (Some("lines=0-1"), Wanted::Whole),
            (Some("bytes=-"), Wanted::Whole),
            (Some("bytes=99999999999999999999-"), Wanted::Whole),
        ] {
            assert_eq!(wanted(header, 1_000), expected, "{header:?}");
        }
        assert_eq!(wanted(Some("bytes=0-"), 0), Wanted::Nothing);
    }
}
