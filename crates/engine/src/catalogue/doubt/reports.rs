//! Codes that a standard report would count where nobody looks for them.

use super::super::problem::Place;
use super::super::{CatalogueFile, Disposition, Kind, ReportColumn};

/// Group, kind, credit and column of one code tell one story, or a report miscounts.
pub(super) fn disagreeing(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    column(disposition, place);
    if let Some(digit) = digit(&disposition.group).filter(|_| is_numbered(file)) {
        group(digit, disposition, place);
        reserved(digit, disposition, place);
    }
}

/// Whether the groups are the ten digits that the standard reports read: 0 is the system's.
fn is_numbered(file: &CatalogueFile) -> bool {
    let mut digits = file.groups.iter().map(|group| digit(&group.key));
    digits.clone().all(|digit| digit.is_some()) && digits.any(|digit| digit == Some(0))
}

fn column(disposition: &Disposition, place: &mut Place<'_>) {
    let (kind, credit) = (disposition.kind, disposition.credit.client);
    let closes = kind == Kind::Final;
    match disposition.report_column {
        Some(ReportColumn::ToCall) if closes => place.blame(
            "report_column",
            "closes the contact, and \"to call\" holds open ones only: the list report counts it in none of its columns",
            "write `report_column = \"drop_out\"`, or the column it belongs to",
        ),
        Some(ReportColumn::Positive) if credit < 1 => place.blame(
            "report_column",
            "stands under \"positive\" in the list report and gives the client no credit: the two figures differ",
            "write `credit = { client = 1, … }`, or another column",
        ),
        Some(ReportColumn::NoInterest | ReportColumn::DropOut) if credit > 0 => place.blame(
            "report_column",
            "gives the client credit and stands outside \"positive\": the list report shows fewer successes than were credited",
            "write `report_column = \"positive\"`, or `client = 0`",
        ),
        None if closes => place.blame(
            "report_column",
            "closes the contact and belongs to no column: the list report counts it nowhere",
            "add `report_column = \"drop_out\"`, `\"no_interest\"` or `\"positive\"`",
        ),
        _ => {}
    }
}

/// The kind that the numbered groups promise: 1 not reached, 3 callbacks, 2 and 4 to 7 closed.
fn group(digit: u32, disposition: &Disposition, place: &mut Place<'_>) {
    let (promised, word) = match digit {
        1 => (Kind::Unreached, "not reached"),
        3 => (Kind::Callback, "called back"),
        2 | 4..=7 => (Kind::Final, "closed"),
        _ => return,
    };
    if disposition.kind != promised {
        let kind = disposition.kind.word();
        place.blame(
            "group",
            format!("group {digit} is read as {word}, and the code is `{kind}`: statistics by group count it there all the same"),
            format!("move it to the group of its kind, or write `kind = \"{}\"`", promised.word()),
        );
    }
}

/// Groups 8 and 9 are kept for codes of one's own that count: for the client, and for both.
fn reserved(digit: u32, disposition: &Disposition, place: &mut Place<'_>) {
    let credit = disposition.credit;
    let counts = match digit {
        8 => credit.client != 0,
        9 => credit.agent != 0,
        _ => return,
    };
    if !counts {
        place.blame(
            "credit",
            format!("group {digit} is reserved for codes that count, and this one gives no credit: statistics by group read it as if it did"),
            "write a credit of 1 or -1, or use another group",
        );
    }
}

fn digit(key: &str) -> Option<u32> {
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter.to_digit(10),
        _ => None,
    }
}
