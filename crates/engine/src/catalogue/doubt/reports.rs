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
    let reason = match disposition.report_column {
        Some(ReportColumn::ToCall) if closes => "column-to-call",
        Some(ReportColumn::Positive) if credit < 1 => "column-positive",
        Some(ReportColumn::NoInterest | ReportColumn::DropOut) if credit > 0 => "column-elsewhere",
        None if closes => "no-column",
        _ => return,
    };
    place.blame("report_column", reason, &[]);
}

/// The kind that the numbered groups promise: 1 not reached, 3 callbacks, 2 and 4 to 7 closed.
fn group(digit: u32, disposition: &Disposition, place: &mut Place<'_>) {
    let promised = match digit {
        1 => Kind::Unreached,
        3 => Kind::Callback,
        2 | 4..=7 => Kind::Final,
        _ => return,
    };
    if disposition.kind != promised {
        let parts = [
            ("group", disposition.group.as_str()),
            ("kind", disposition.kind.word()),
            ("promised", promised.word()),
        ];
        place.blame("group", "group-kind", &parts);
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
        let parts = [("group", disposition.group.as_str())];
        place.blame("credit", "group-reserved", &parts);
    }
}

fn digit(key: &str) -> Option<u32> {
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter.to_digit(10),
        _ => None,
    }
}
