//! A look at an XLSX or ODS file before the parser sees it.
//!
//! Both are archives of compressed XML. The parser unpacks and allocates whatever they claim,
//! and an allocation that fails cannot be caught. So what no workbook with a list can be is
//! refused here first.

mod repeats;
mod tags;

use super::{Format, OpenError};
use repeats::Repeats;
use std::io::{BufReader, Cursor, ErrorKind, Read};
use tags::{Fault, Tags};
use zip::ZipArchive;
use zip::read::ZipFile;

/// What all parts may unpack to: a full sheet of forty columns takes 1.6 GiB.
const MOST_UNPACKED: u64 = 2 << 30;
/// Up to here a part may be as compressible as it likes.
const SMALL: u64 = 64 << 20;
/// Sheets of figures that hardly differ shrink to a fiftieth.
const MOST_RATIO: u64 = 200;
/// A text of the shared ones takes five bytes at least: `<si/>`.
const SMALLEST_TEXT: u64 = 5;
/// Programs that count carelessly are forgiven so much.
const SLACK: u64 = 1_000;
/// The longest name of a part that an error repeats, in characters.
const NAME_LIMIT: usize = 80;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Refuses a file that unpacks to more than a list can be, or claims more than it holds.
pub(super) fn guard(bytes: &[u8], format: Format) -> Result<(), OpenError> {
    // What is no archive at all is left to the parser, which says so.
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(());
    };
    guard_sizes(&mut archive)?;
    match format {
        Format::Ods => guard_content(&mut archive),
        _ => guard_texts(&mut archive),
    }
}

/// Unpacks every part once, because what an archive says of its sizes need not be true.
fn guard_sizes(archive: &mut Archive<'_>) -> Result<(), OpenError> {
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        // The parser fails in the same way, if it needs the part at all.
        let Ok(mut part) = archive.by_index(index) else {
            continue;
        };
        let packed = part.compressed_size();
        let most = packed.saturating_mul(MOST_RATIO).max(SMALL);
        let size = length(&mut part, most.min(left));
        if size > left || part.size() > left {
            return Err(oversized(&part, "unpacks the workbook to more than 2 GiB"));
        }
        if size > most {
            return Err(oversized(&part, "unpacks to more than 200 times its size"));
        }
        left -= size;
    }
    Ok(())
}

/// How long a part is as far as it can be read, and at least one more than `most` if longer.
fn length(part: &mut impl Read, most: u64) -> u64 {
    let mut chunk = vec![0; 64 * 1024];
    let mut length = 0;
    while length <= most {
        match part.read(&mut chunk) {
            Ok(0) => break,
            Ok(count) => length += u64::try_from(count).unwrap_or(u64::MAX),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    length
}

/// The parser makes room for as many shared texts as an XLSX claims.
fn guard_texts(archive: &mut Archive<'_>) -> Result<(), OpenError> {
    for index in 0..archive.len() {
        let Ok(mut part) = archive.by_index(index) else {
            continue;
        };
        if !part_name(&part).ends_with("sharedstrings.xml") {
            continue;
        }
        let size = length(&mut part, MOST_UNPACKED);
        drop(part);
        let Ok(part) = archive.by_index(index) else {
            continue;
        };
        let mut tags = Tags::new(BufReader::new(part));
        let claimed = claimed_texts(&mut tags);
        let part = tags.into_inner().into_inner();
        let claimed = claimed.map_err(|fault| broken(Format::Xlsx, &fault))?;
        if claimed > size / SMALLEST_TEXT + SLACK {
            let what = format!("claims {claimed} texts, more than it can hold");
            return Err(oversized(&part, &what));
        }
    }
    Ok(())
}

fn claimed_texts(tags: &mut Tags<impl std::io::BufRead>) -> Result<u64, Fault> {
    while let Some(tag) = tags.next()? {
        if tag.local_name() != b"sst" || tag.is_end() {
            continue;
        }
        // What is no number to us is none to the parser; one too long for us is too large.
        let digits = |value: &[u8]| match std::str::from_utf8(value) {
            Ok(text) if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) => {
                text.parse().unwrap_or(u64::MAX)
            }
            _ => 0,
        };
        let mut claimed = 0;
        for attribute in tag.attributes() {
            let (name, value) = attribute?;
            if name == b"uniqueCount" {
                claimed = claimed.max(digits(value.trim_ascii()));
            }
        }
        return Ok(claimed);
    }
    Ok(0)
}

/// The parser repeats cells and blanks as often as an ODS claims, and never ends where the XML
/// stops within a table.
fn guard_content(archive: &mut Archive<'_>) -> Result<(), OpenError> {
    if is_encrypted(archive) {
        return Err(OpenError::Protected);
    }
    let Ok(part) = archive.by_name("content.xml") else {
        return Ok(());
    };
    let mut tags = Tags::new(BufReader::new(part));
    let mut repeats = Repeats::default();
    let outcome = repeats.take_all(&mut tags);
    let part = tags.into_inner().into_inner();
    outcome.map_err(|fault| broken(Format::Ods, &fault))?;
    match repeats.excess() {
        Some(what) => Err(oversized(&part, what)),
        None => Ok(()),
    }
}

fn is_encrypted(archive: &mut Archive<'_>) -> bool {
    let mut manifest = Vec::new();
    let Ok(part) = archive.by_name("META-INF/manifest.xml") else {
        return false;
    };
    let word = b"encryption-data";
    let read = part.take(SMALL).read_to_end(&mut manifest);
    read.is_ok() && manifest.windows(word.len()).any(|window| window == word)
}

fn broken(format: Format, fault: &Fault) -> OpenError {
    let why = fault.to_string();
    OpenError::Unreadable { format, why }
}

fn oversized<R: Read>(part: &ZipFile<'_, R>, what: &str) -> OpenError {
    let name = part.name();
    let name = name.as_deref().unwrap_or_default().chars();
    OpenError::Oversized {
        part: name
            .filter(|letter| !letter.is_control())
            .take(NAME_LIMIT)
            .collect(),
        what: what.to_owned(),
    }
}

/// The parser finds parts whatever the case of their names.
fn part_name<R: Read>(part: &ZipFile<'_, R>) -> String {
    let name = part.name();
    name.as_deref().unwrap_or_default().to_ascii_lowercase()
}
