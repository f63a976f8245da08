//! Why a file cannot be read as a list at all, with the remedy.

use super::Format;
use crate::problem::Problem;

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the file cannot be read: {0}")]
    Io(#[from] std::io::Error),
    #[error("the file is empty: it needs a header line and a line per contact")]
    Empty,
    #[error(
        "the file is no {format} Dispo can read ({why}): open it in a spreadsheet and save it again"
    )]
    Unreadable { format: Format, why: String },
    #[error("the workbook is protected by a password: save it without one")]
    Protected,
    #[error(
        "the cells of the workbook are not in order: open it in a spreadsheet and save it again"
    )]
    OutOfOrder,
    #[error("the workbook is too large: save the sheet as CSV")]
    TooLarge,
    #[error("the part `{part}` of the workbook {what}: save the sheet as CSV")]
    Oversized { part: String, what: String },
    #[error("the list has {0} columns where 4,096 are the most: remove those that nobody needs")]
    TooWide(usize),
    #[error("the workbook has no sheet `{wanted}`: it has {present}")]
    NoSuchSheet { wanted: String, present: String },
    #[error(
        "the file is a web page or XML with the name of a list: open it in a spreadsheet and save it as XLSX or CSV"
    )]
    Markup,
    #[error("the file is not text, XLSX, XLS or ODS: save the list in one of these")]
    NotAList,
    #[error(
        "`{0}` is no encoding: write for instance utf-8, utf-16le, windows-1252 or windows-1250"
    )]
    UnknownEncoding(String),
    #[error("`{0}` cannot be a delimiter: write one of ; , | or a tab")]
    BadDelimiter(char),
    #[error("the header cannot be read: {0}")]
    Header(Problem),
}

impl OpenError {
    /// The same as a line of a report.
    pub fn to_problem(&self) -> Problem {
        match self {
            Self::Header(problem) => problem.clone(),
            other => Problem::of_line(0, other.to_string()),
        }
    }
}
