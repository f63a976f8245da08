//! Which character stands between the cells of a text file.

use super::quoting::{Frame, Marks};
use super::record::Record;

const CANDIDATES: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Rows looked at; more would not change the answer.
const SAMPLE_ROWS: u32 = 200;

/// Stands for "one column only": a character that no text holds.
pub(super) const NONE: u8 = 0x1F;

/// The delimiter a first line `sep=;` announces, and the bytes of that line. Spreadsheets write it.
pub(super) fn announced(sample: &[u8]) -> Option<(u8, usize)> {
    let (&delimiter, rest) = sample.strip_prefix(b"sep=")?.split_first()?;
    if !may_delimit(delimiter) {
        return None;
    }
    let end = match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\n' | b'\r', ..] => 1,
        _ => return None,
    };
    Some((delimiter, b"sep=".len() + 1 + end))
}

/// Whether a character can stand between cells at all.
pub(crate) fn may_delimit(delimiter: u8) -> bool {
    delimiter == b'\t' || (delimiter.is_ascii_punctuation() && delimiter != b'"')
}

/// The delimiter by which most rows are as wide as the first one, then the one with most columns.
pub(super) fn detect(sample: &[u8], line_end: u8, ended: bool) -> u8 {
    // Of equals `max_by_key` takes the last one: the more usual delimiter is tried last.
    CANDIDATES
        .into_iter()
        .rev()
        .filter_map(|delimiter| {
            let fit = fit(
                sample,
                Marks {
                    delimiter,
                    line_end,
                },
                ended,
            )?;
            Some((fit, delimiter))
        })
        .max_by_key(|&(fit, _)| fit)
        .map_or(NONE, |(_, delimiter)| delimiter)
}

/// Per mille of the rows as wide as the first, and that width; `None` for a single column.
fn fit(sample: &[u8], marks: Marks, ended: bool) -> Option<(u32, usize)> {
    let mut width = None;
    let (mut rows, mut alike) = (0_u32, 0_u32);
    let mut record = Record::default();
    let mut rest = sample;
    while rows < SAMPLE_ROWS && !rest.is_empty() {
        let bytes = match marks.frame(rest, ended) {
            Frame::Row { bytes, .. } => bytes,
            Frame::Longer if rows > 0 => break,
            // A broken row speaks against the delimiter, and the next line goes on.
            _ => {
                rows += 1;
                let end = rest.iter().position(|&byte| byte == marks.line_end);
                rest = end.and_then(|end| rest.get(end + 1..)).unwrap_or_default();
                continue;
            }
        };
        let (row, behind) = rest.split_at_checked(bytes)?;
        rest = behind;
        record.clear(0);
        marks.split(&String::from_utf8_lossy(row), &mut record);
        if record.is_blank() {
            continue;
        }
        let first = *width.get_or_insert(record.len());
        rows += 1;
        alike += u32::from(record.len() == first);
    }
    let width = width.filter(|&width| width > 1)?;
    Some((alike * 1000 / rows.max(1), width))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(sample: &str) -> char {
        char::from(detect(sample.as_bytes(), b'\n', true))
    }

    #[test]
    fn the_delimiter_is_the_one_the_rows_agree_on() {
        assert_eq!(detected("Naam;Adres\nJan;Weg 1, Assen\nPiet;Pad 2\n"), ';');
        assert_eq!(detected("a,b;c,d\n1,2,3\n4,5,6\n"), ',');
        assert_eq!(detected("a\tb\n1,5\t2,5\n"), '\t');
        assert_eq!(detected("a|b|c\n1|2|3\n"), '|');
        // Semicolons inside quotes are no delimiters.
        assert_eq!(detected("a,b\n\"1;2;3\",2\n\"4;5;6\",3\n"), ',');
        assert_eq!(
            detected("Naam, voornaam;Tel\nBakker Jan;1\nVisser Piet;2\n"),
            ';'
        );
        assert_eq!(detected("telefoon\n0507070720\n"), '\u{1f}');
        assert_eq!(detected(""), '\u{1f}');
    }

    #[test]
    fn a_quote_that_is_never_closed_does_not_mislead() {
        assert_eq!(detected("a;b\n\"x;1,2\ny;2\nz;3\n"), ';');
    }

    #[test]
    fn an_announced_delimiter_is_found() {
        assert_eq!(announced(b"sep=|\r\na|b"), Some((b'|', 7)));
        assert_eq!(announced(b"sep=,\na,b"), Some((b',', 6)));
        assert_eq!(announced(b"separator\n"), None);
    }
}
