//! In which characters a text file is written, and reading it as UTF-8 whatever it is.
//!
//! The whole file is looked at before the first row is read: a single accented letter on the last
//! line decides between UTF-8 and Windows-1252.

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, Read};

const CHUNK: usize = 64 * 1024;

/// An encoding, and whether the file says so itself by a byte order mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Written {
    pub(super) encoding: &'static Encoding,
    pub(super) marked: bool,
}

/// Reads to the end and says how the bytes are written.
pub(super) fn detect(input: &mut dyn Read) -> io::Result<Written> {
    let mut chunk = vec![0; CHUNK];
    let mut kept = 0;
    let mut tally = Tally::default();
    let mut first = true;
    loop {
        let fresh = input.read(chunk.get_mut(kept..).unwrap_or_default())?;
        let bytes = chunk.get(..kept + fresh).unwrap_or_default();
        if first && let Some(written) = by_its_first_bytes(bytes) {
            return Ok(written);
        }
        first = false;
        if fresh == 0 {
            tally.strangers += u64::from(kept > 0);
            break;
        }
        let taken = tally.count(bytes);
        let end = kept + fresh;
        kept = end - taken;
        chunk.copy_within(taken..end, 0);
    }
    let encoding = if tally.strangers > tally.accents {
        WINDOWS_1252
    } else {
        UTF_8
    };
    Ok(Written {
        encoding,
        marked: false,
    })
}

fn by_its_first_bytes(bytes: &[u8]) -> Option<Written> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(Written {
            encoding,
            marked: true,
        });
    }
    let (even, odd) = nulls_by_parity(bytes);
    let characters = bytes.len() / 2;
    // Western text has a null in nearly every second byte of UTF-16, and none anywhere else.
    let encoding = match () {
        () if odd * 2 > characters && even * 10 <= odd => UTF_16LE,
        () if even * 2 > characters && odd * 10 <= even => UTF_16BE,
        () => return None,
    };
    Some(Written {
        encoding,
        marked: false,
    })
}

fn nulls_by_parity(bytes: &[u8]) -> (usize, usize) {
    bytes
        .chunks_exact(2)
        .fold((0, 0), |(even, odd), pair| match pair {
            [0, 0] => (even, odd),
            [0, _] => (even + 1, odd),
            [_, 0] => (even, odd + 1),
            _ => (even, odd),
        })
}

/// How much speaks for UTF-8 and how much against it.
#[derive(Default)]
struct Tally {
    /// Characters of more than one byte, well formed.
    accents: u64,
    /// Bytes that UTF-8 does not allow where they stand.
    strangers: u64,
}

impl Tally {
    /// Counts all but a character cut off at the end; returns how many bytes were counted.
    fn count(&mut self, bytes: &[u8]) -> usize {
        let mut taken = 0;
        loop {
            let rest = bytes.get(taken..).unwrap_or_default();
            let error = match std::str::from_utf8(rest) {
                Ok(_) => {
                    self.count_accents(rest);
                    return bytes.len();
                }
                Err(error) => error,
            };
            self.count_accents(rest.get(..error.valid_up_to()).unwrap_or_default());
            taken += error.valid_up_to();
            match error.error_len() {
                None => return taken,
                Some(length) => {
                    self.strangers += 1;
                    taken += length;
                }
            }
        }
    }

    fn count_accents(&mut self, text: &[u8]) {
        if !text.is_ascii() {
            let leads = text.iter().filter(|&&byte| byte >= 0xC0).count();
            self.accents += u64::try_from(leads).unwrap_or(u64::MAX);
        }
    }
}

/// The bytes of a file as UTF-8. UTF-8 itself passes unchanged, faults included: the row that
/// holds one is reported, not the file.
pub(super) struct AsUtf8<R> {
    input: R,
    /// `None` = the input is UTF-8 already.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    raw_from: usize,
    raw_to: usize,
    ended: bool,
    done: bool,
    read: u64,
}

impl<R: Read> AsUtf8<R> {
    /// The input must stand at its beginning; a byte order mark is dropped.
    pub(super) fn new(input: R, encoding: &'static Encoding) -> Self {
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_with_bom_removal());
        let raw = if decoder.is_some() {
            vec![0; CHUNK]
        } else {
            Vec::new()
        };
        Self {
            input,
            decoder,
            raw,
            raw_from: 0,
            raw_to: 0,
            ended: false,
            done: false,
            read: 0,
        }
    }

    /// Bytes of the file read so far.
    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }
}

impl<R: Read> Read for AsUtf8<R> {
    /// `target` must have room for at least one character.
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else {
            let count = self.input.read(target)?;
            self.read += u64::try_from(count).unwrap_or(0);
            return Ok(count);
        };
        while !self.done {
            if self.raw_from == self.raw_to && !self.ended {
                self.raw_from = 0;
                self.raw_to = self.input.read(&mut self.raw)?;
                self.read += u64::try_from(self.raw_to).unwrap_or(0);
                self.ended = self.raw_to == 0;
            }
            let raw = self.raw.get(self.raw_from..self.raw_to).unwrap_or_default();
            let (result, taken, given, _) = decoder.decode_to_utf8(raw, target, self.ended);
            self.raw_from += taken;
            self.done = self.ended && result == encoding_rs::CoderResult::InputEmpty;
            if given > 0 {
                return Ok(given);
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(bytes: &[u8]) -> (&'static str, bool) {
        let written = detect(&mut &bytes[..]).unwrap();
        (written.encoding.name(), written.marked)
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let pair = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(pair).collect()
    }

    #[test]
    fn each_encoding_is_told_from_the_others() {
        let text = "Naam;Tel\r\nJosé;1\r\n";
        assert_eq!(detected(text.as_bytes()), ("UTF-8", false));
        assert_eq!(
            detected(format!("\u{feff}{text}").as_bytes()),
            ("UTF-8", true)
        );
        assert_eq!(
            detected(b"Naam;Tel\r\nJos\xE9;1\r\n"),
            ("windows-1252", false)
        );
        assert_eq!(detected(&utf16(text, false)), ("UTF-16LE", false));
        assert_eq!(detected(&utf16(text, true)), ("UTF-16BE", false));
        let marked = format!("\u{feff}{text}");
        assert_eq!(detected(&utf16(&marked, false)), ("UTF-16LE", true));
        assert_eq!(detected(&utf16(&marked, true)), ("UTF-16BE", true));
        assert_eq!(detected(b""), ("UTF-8", false));
    }

    #[test]
    fn one_letter_on_the_last_line_decides() {
        let mut bytes = "Naam;Tel\n".repeat(20_000).into_bytes();
        bytes.extend(b"Jos\xE9");
        assert_eq!(detected(&bytes), ("windows-1252", false));
        bytes.truncate(bytes.len() - 1);
        bytes.extend("é".as_bytes());
        assert_eq!(detected(&bytes), ("UTF-8", false));
    }

    #[test]
    fn one_broken_byte_does_not_spoil_a_utf8_file() {
        let mut bytes = "Zoë;é\n".repeat(10).into_bytes();
        bytes.push(0xE9);
        assert_eq!(detected(&bytes), ("UTF-8", false));
    }

    #[test]
    fn a_character_cut_by_a_chunk_is_counted_whole() {
        let mut bytes = vec![b'a'; CHUNK - 1];
        bytes.extend("é".as_bytes());
        assert_eq!(detected(&bytes), ("UTF-8", false));
    }

    #[test]
    fn decoding_gives_the_text_whatever_the_size_of_the_target() {
        let text = "\u{feff}Zoë;€\n".repeat(3);
        for big in [false, true] {
            let bytes = utf16(&text, big);
            let encoding = if big { UTF_16BE } else { UTF_16LE };
            let mut reader = AsUtf8::new(&bytes[..], encoding);
            let (mut all, mut small) = (Vec::<u8>::new(), [0; 5]);
            loop {
                match reader.read(&mut small).unwrap() {
                    0 => break,
                    count => all.extend(&small[..count]),
                }
            }
            assert_eq!(all, text.trim_start_matches('\u{feff}').as_bytes());
            assert_eq!(reader.bytes_read(), bytes.len() as u64);
        }
    }
}
