//! The rows of a delimited text, one at a time, in a buffer that does not grow with the file.

use super::delimiter;
use super::encoding::AsUtf8;
use super::quoting::{Frame, Marks};
use super::record::Record;
use crate::problem::{Problem, ReadError};
use std::io::Read;

const CHUNK: usize = 64 * 1024;

/// A row longer than this is not one a call list holds.
const MOST_BYTES: usize = 1024 * 1024;

/// A text file that is read row by row.
pub(super) struct Lines {
    input: AsUtf8<Box<dyn Read + Send>>,
    marks: Marks,
    buffer: Vec<u8>,
    from: usize,
    to: usize,
    /// Physical line at which the buffer stands.
    line: u64,
    ended: bool,
    broken: Option<String>,
}

impl Lines {
    /// Reads the first part of the file and finds the delimiter in it, if none is given.
    pub(super) fn new(input: AsUtf8<Box<dyn Read + Send>>, delimiter: Option<u8>) -> Self {
        let marks = Marks {
            delimiter: delimiter::NONE,
            line_end: b'\n',
        };
        let mut lines = Self {
            input,
            marks,
            buffer: Vec::new(),
            from: 0,
            to: 0,
            line: 1,
            ended: false,
            broken: None,
        };
        while !lines.ended && lines.to < CHUNK {
            lines.fill();
        }
        lines.find_marks(delimiter);
        lines
    }

    pub(super) fn delimiter(&self) -> Option<char> {
        Some(self.marks.delimiter)
            .filter(|&delimiter| delimiter != delimiter::NONE)
            .map(char::from)
    }

    pub(super) fn bytes_read(&self) -> u64 {
        self.input.bytes_read()
    }

    /// Whether nothing but white space follows.
    pub(super) fn is_at_end(&self) -> bool {
        self.ended && self.pending().trim_ascii().is_empty()
    }

    /// The next row, blank ones included; `false` at the end.
    pub(super) fn read(&mut self, record: &mut Record) -> Result<bool, ReadError> {
        loop {
            let line = self.line;
            record.clear(line);
            if self.from == self.to && self.ended {
                return match self.broken.take() {
                    Some(reason) => Err(ReadError::Fatal(Problem::of_line(line, reason))),
                    None => Ok(false),
                };
            }
            let is_whole = self.ended && self.broken.is_none();
            let frame = self.marks.frame(self.pending(), is_whole);
            let full = self.to - self.from >= MOST_BYTES;
            let reason = match frame {
                Frame::Row { bytes, lines } => {
                    let row = self.take_row(bytes, lines, record);
                    return row.map(|()| true).map_err(ReadError::Row);
                }
                // A row that is cut off is none, even if it looks like one.
                Frame::Longer if self.broken.is_some() => {
                    self.from = self.to;
                    continue;
                }
                Frame::Longer if !full => {
                    self.fill();
                    continue;
                }
                Frame::Longer if !self.pending().contains(&self.marks.line_end) => {
                    "the line is longer than 1 MB: it is no row of a list"
                }
                Frame::Longer | Frame::Unclosed => {
                    "a quote is opened and never closed: close it, or double it where it belongs to the text"
                }
                Frame::Stray => {
                    "text follows a closing quote: double the quotes that belong to the text, or close the one that is open"
                }
            };
            let value = String::from_utf8_lossy(self.first_line()).into_owned();
            self.skip_line();
            let problem = Problem::of_cell(line, "", value.trim_end(), reason);
            return Err(ReadError::Row(problem));
        }
    }

    fn take_row(&mut self, bytes: usize, lines: u64, record: &mut Record) -> Result<(), Problem> {
        let line = self.line;
        let row = self
            .buffer
            .get(self.from..self.from + bytes)
            .unwrap_or_default();
        self.from += bytes;
        self.line += lines;
        match std::str::from_utf8(row) {
            Ok(row) => {
                self.marks.split(row, record);
                Ok(())
            }
            Err(_) => Err(Problem::of_cell(
                line,
                "",
                String::from_utf8_lossy(row).trim_end(),
                "the line holds bytes that are not UTF-8 like the rest of the file: save the file anew as UTF-8",
            )),
        }
    }

    fn pending(&self) -> &[u8] {
        self.buffer.get(self.from..self.to).unwrap_or_default()
    }

    fn first_line(&self) -> &[u8] {
        let pending = self.pending();
        let end = pending.iter().position(|&byte| byte == self.marks.line_end);
        pending
            .get(..end.unwrap_or(pending.len()))
            .unwrap_or_default()
    }

    /// Goes on behind one physical line, however long it is.
    fn skip_line(&mut self) {
        loop {
            let length = self.first_line().len();
            if self.from + length < self.to {
                self.from += length + 1;
                break;
            }
            self.from = self.to;
            if self.ended {
                break;
            }
            self.fill();
        }
        self.line += 1;
    }

    fn fill(&mut self) {
        if self.from > 0 {
            self.buffer.copy_within(self.from..self.to, 0);
            self.to -= self.from;
            self.from = 0;
        }
        if self.buffer.len() - self.to < CHUNK {
            self.buffer.resize(self.to + CHUNK, 0);
        }
        let room = self.buffer.get_mut(self.to..).unwrap_or_default();
        match self.input.read(room) {
            Ok(0) => self.ended = true,
            Ok(count) => self.to += count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => {
                self.ended = true;
                self.broken = Some(format!(
                    "the file cannot be read further ({error}): get a complete copy of it"
                ));
            }
        }
    }

    fn find_marks(&mut self, delimiter: Option<u8>) {
        let sample = self.pending();
        let line_end = if sample.contains(&b'\n') || !sample.contains(&b'\r') {
            b'\n'
        } else {
            b'\r'
        };
        let announced = delimiter::announced(sample);
        let skipped = announced.map_or(0, |(_, bytes)| bytes);
        let rest = sample.get(skipped..).unwrap_or_default();
        let delimiter = delimiter
            .or(announced.map(|(delimiter, _)| delimiter))
            .unwrap_or_else(|| delimiter::detect(rest, line_end, self.ended));
        self.marks = Marks {
            delimiter,
            line_end,
        };
        self.from = skipped;
        self.line += u64::from(skipped > 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Error};

    struct Failing;

    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(Error::other("the disk is gone"))
        }
    }

    fn broken_off(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<String> {
        let (bytes, _, _) = encoding.encode(text);
        let input: Box<dyn Read + Send> = Box::new(Cursor::new(bytes.into_owned()).chain(Failing));
        let mut lines = Lines::new(AsUtf8::new(input, encoding), None);
        let mut record = Record::default();
        let mut read = Vec::new();
        loop {
            match lines.read(&mut record) {
                Ok(true) => read.push(record.cells().collect::<Vec<_>>().join("|")),
                Ok(false) => return read,
                Err(ReadError::Row(problem)) => read.push(format!("row: {problem}")),
                Err(ReadError::Fatal(problem)) => read.push(format!("fatal: {problem}")),
            }
        }
    }

    #[test]
    fn a_file_that_breaks_off_is_told_at_the_line_and_no_half_row_is_read() {
        let fatal = |line: u32| {
            format!(
                "fatal: line {line}: the file cannot be read further (the disk is gone): get a complete copy of it"
            )
        };
        for encoding in [encoding_rs::UTF_8, encoding_rs::WINDOWS_1252] {
            let read = broken_off("a;b\n1;0507070\n2;0507", encoding);
            assert_eq!(read, ["a|b".to_owned(), "1|0507070".to_owned(), fatal(3)]);
            let read = broken_off("a;b\n1;\"05\n07", encoding);
            assert_eq!(read, ["a|b".to_owned(), fatal(2)]);
            let read = broken_off("a;b\n1;2\n", encoding);
            assert_eq!(read, ["a|b".to_owned(), "1|2".to_owned(), fatal(3)]);
        }
    }
}
