//! Sets a letter as a PDF: a title, headings, paragraphs, facts beside their labels.
//!
//! The font comes with the file, so that it reads the same everywhere, in the letters of all our
//! languages. All its letters are equally wide: where a line ends is a matter of counting.

mod wrap;

use krilla::Document;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::text::{Font, TextDirection};
use wrap::wrapped;

/// A4, in points.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 56.0;
/// A letter's width by its height.
const WIDE: f32 = 0.602;
/// A line's height by its letters'.
const LEADING: f32 = 1.45;

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Title(String),
    Heading(String),
    Text(String),
    /// What something is called, and what it is.
    Fact(String, String),
}

/// Why there is no letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the PDF could not be made: {0}")]
pub struct PaperError(String);

/// The letter as a file. `language` is the code of the one it is written in.
pub fn pdf(title: &str, language: &str, parts: &[Part]) -> Result<Vec<u8>, PaperError> {
    let data = epaint_default_fonts::HACK_REGULAR.to_vec();
    let font = Font::new(data.into(), 0).ok_or_else(|| wrong("its font cannot be read"))?;
    let settings =
        PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| wrong("its page has no size"))?;
    let mut document = Document::new();
    let metadata = Metadata::new()
        .title(title.to_owned())
        .language(language.to_owned());
    document.set_metadata(metadata);
    for page in pages(parts) {
        let mut sheet = document.start_page_with(settings.clone());
        let mut surface = sheet.surface();
        for line in page {
            surface.draw_text(
                Point::from_xy(MARGIN, line.down),
                font.clone(),
                line.size,
                &line.text,
                false,
                TextDirection::LeftToRight,
            );
        }
        surface.finish();
        sheet.finish();
    }
    document
        .finish()
        .map_err(|error| PaperError(format!("{error:?}")))
}

fn wrong(what: &str) -> PaperError {
    PaperError(what.to_owned())
}

/// A line in its place on a page.
struct Line {
    text: String,
    size: f32,
    down: f32,
}

fn pages(parts: &[Part]) -> Vec<Vec<Line>> {
    let mut pages = vec![Vec::new()];
    let mut down = MARGIN;
    for part in parts {
        let (size, above, text) = match part {
            Part::Title(text) => (15.0, 0.0, text.clone()),
            Part::Heading(text) => (11.0, 12.0, text.clone()),
            Part::Text(text) => (9.0, 5.0, text.clone()),
            Part::Fact(label, value) => (9.0, 1.0, format!("{label}: {value}")),
        };
        down += above;
        let most = ((WIDTH - 2.0 * MARGIN) / (size * WIDE)) as usize;
        for text in wrapped(&text, most) {
            down += size * LEADING;
            if down > HEIGHT - MARGIN {
                pages.push(Vec::new());
                down = MARGIN + size * LEADING;
            }
            if let Some(page) = pages.last_mut() {
                page.push(Line { text, size, down });
            }
        }
    }
    pages
}
