//! The rows of a delimited text, one at a time, in a buffer that does not grow with the file.

use super::delimiter;
use super::encoding::AsUtf8;
use super::quoting::{Frame, Marks};
use super::record::Record;
use crate::problem::Problem;
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
    pub(super) fn read(&mut self, record: &mut Record) -> Result<bool, Problem> {
        loop {
            let line = self.line;
            record.clear(line);
            if self.from == self.to && self.ended {
                return match self.broken.take() {
                    Some(reason) => Err(Problem::of_line(line, reason)),
                    None => Ok(false),
                };
            }
            let frame = self.marks.frame(self.pending(), self.ended);
            let full = self.to - self.from >= MOST_BYTES;
            let reason = match frame {
                Frame::Row { bytes, lines } => return self.take_row(bytes, lines, record),
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
            return Err(Problem::of_cell(line, "", value.trim_end(), reason));
        }
    }

    fn take_row(&mut self, bytes: usize, lines: u64, record: &mut Record) -> Result<bool, Problem> {
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
                Ok(true)
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
                self.broken = Some(format!("the file cannot be read further: {error}"));
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
