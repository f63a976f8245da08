//! The tags of an XML part, one at a time, stricter than the parser: what the two might read
//! differently is a fault.

use std::io::{BufRead, Read};

/// Longer than any tag, note or piece of raw text of a workbook.
const MOST_BYTES: u64 = 16 << 20;

#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("its XML is damaged")]
    Malformed,
    #[error("its compressed data is damaged: {0}")]
    Unreadable(#[from] std::io::Error),
}

pub(super) struct Tags<R> {
    input: R,
    tag: Vec<u8>,
    /// Bytes read, text between the tags included.
    read: u64,
}

/// A start, an end or both, without its angle brackets.
#[derive(Clone, Copy)]
pub(super) struct Tag<'a>(&'a [u8]);

pub(super) struct Attributes<'a>(&'a [u8]);

impl<R: BufRead> Tags<R> {
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            tag: Vec::new(),
            read: 0,
        }
    }

    pub(super) fn into_inner(self) -> R {
        self.input
    }

    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// The next tag; declarations, notes and raw text are passed.
    pub(super) fn next(&mut self) -> Result<Option<Tag<'_>>, Fault> {
        loop {
            let skipped = self.skip_text()?;
            self.read += skipped;
            if !self.take_tag()? {
                return Ok(None);
            }
            match self.tag.first() {
                Some(b'?' | b'!') => {}
                _ => return Ok(Some(Tag(&self.tag))),
            }
        }
    }

    /// Goes behind the next `<`. Text with bytes that XML forbids is in an encoding in which the
    /// parser might see other tags.
    fn skip_text(&mut self) -> Result<u64, Fault> {
        let mut skipped = 0;
        loop {
            let text = self.input.fill_buf()?;
            let found = text.iter().position(|&byte| byte == b'<');
            let count = found.unwrap_or(text.len());
            if text.iter().take(count).any(|&byte| is_forbidden(byte)) {
                return Err(Fault::Malformed);
            }
            let ended = text.is_empty();
            let taken = count + usize::from(found.is_some());
            self.input.consume(taken);
            skipped += u64::try_from(taken).unwrap_or(u64::MAX);
            if ended || found.is_some() {
                return Ok(skipped);
            }
        }
    }

    /// Reads to the `>` that ends the tag; `false` at the end of the part.
    fn take_tag(&mut self) -> Result<bool, Fault> {
        self.tag.clear();
        let mut quote = None;
        loop {
            let from = self.tag.len();
            let room = MOST_BYTES.saturating_sub(u64::try_from(from).unwrap_or(u64::MAX));
            let mut input = self.input.by_ref().take(room);
            let count = input.read_until(b'>', &mut self.tag)?;
            self.read += u64::try_from(count).unwrap_or(u64::MAX);
            let fresh = self.tag.get(from..).unwrap_or_default();
            if count == 0 && from == 0 {
                return Ok(false);
            }
            if fresh.last() != Some(&b'>') || fresh.iter().any(|&byte| is_forbidden(byte)) {
                return Err(Fault::Malformed);
            }
            quote = fresh.iter().fold(quote, |quote, &byte| match quote {
                Some(open) if open == byte => None,
                None if byte == b'"' || byte == b'\'' => Some(byte),
                other => other,
            });
            let ends = ends(&self.tag, quote.is_some()).ok_or(Fault::Malformed)?;
            if ends {
                self.tag.pop();
                return Ok(true);
            }
        }
    }
}

/// Whether the `>` at the end of what was read ends the tag; `None` where that is doubtful.
fn ends(tag: &[u8], in_quotes: bool) -> Option<bool> {
    if let Some(note) = tag.strip_prefix(b"!--") {
        return Some(note.ends_with(b"-->"));
    }
    if let Some(raw) = tag.strip_prefix(b"![CDATA[") {
        return Some(raw.ends_with(b"]]>"));
    }
    match tag.first() {
        Some(b'!') => None,
        Some(b'?') => (tag.len() > 2 && tag.ends_with(b"?>")).then_some(true),
        Some(b'/') => (!tag.iter().any(|byte| b"\"'".contains(byte))).then_some(true),
        _ => Some(!in_quotes),
    }
}

fn is_forbidden(byte: u8) -> bool {
    byte < b' ' && !byte.is_ascii_whitespace()
}

impl<'a> Tag<'a> {
    pub(super) fn is_end(self) -> bool {
        self.0.starts_with(b"/")
    }

    /// Whether the tag is start and end at once.
    pub(super) fn is_whole(self) -> bool {
        !self.is_end() && self.0.ends_with(b"/")
    }

    pub(super) fn name(self) -> &'a [u8] {
        self.parts().0
    }

    /// The name without its prefix.
    pub(super) fn local_name(self) -> &'a [u8] {
        let name = self.name();
        let mut parts = name.splitn(2, |&byte| byte == b':');
        let first = parts.next().unwrap_or_default();
        parts.next().unwrap_or(first)
    }

    pub(super) fn attributes(self) -> Attributes<'a> {
        Attributes(self.parts().1)
    }

    fn parts(self) -> (&'a [u8], &'a [u8]) {
        let inner = self.0.strip_prefix(b"/").unwrap_or(self.0);
        let inner = inner.strip_suffix(b"/").unwrap_or(inner);
        let end = inner.iter().position(u8::is_ascii_whitespace);
        inner.split_at(end.unwrap_or(inner.len()))
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<(&'a [u8], &'a [u8]), Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.0.trim_ascii_start();
        if rest.is_empty() {
            return None;
        }
        let attribute = split_attribute(rest);
        self.0 = attribute.map_or(&[], |(_, _, rest)| rest);
        Some(
            attribute
                .map(|(name, value, _)| (name, value))
                .ok_or(Fault::Malformed),
        )
    }
}

/// Name, value, and what follows.
fn split_attribute(text: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let equals = text.iter().position(|&byte| byte == b'=')?;
    let (name, value) = (text.get(..equals)?, text.get(equals + 1..)?);
    let (&quote, value) = value.trim_ascii_start().split_first()?;
    let is_quote = quote == b'"' || quote == b'\'';
    let end = value
        .iter()
        .position(|&byte| byte == quote)
        .filter(|_| is_quote)?;
    Some((name.trim_ascii(), value.get(..end)?, value.get(end + 1..)?))
}
