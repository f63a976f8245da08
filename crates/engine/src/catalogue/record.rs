//! What must hold within one disposition, whatever the others say.

use super::problem::Place;
use super::{Band, CatalogueFile, Disposition, Kind, Offering, RosterMode};
use crate::meaning;

pub(super) fn check(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    labels(file, disposition, place);
    group_and_meaning(file, disposition, place);
    priorities(disposition, place);
    scored(file, disposition, place);
    follow_up(disposition, place);
    credit(disposition, place);
    suppression(disposition, place);
}

fn labels(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    for language in &file.languages {
        let label = disposition.label.get(language);
        if label.is_none_or(|label| label.trim().is_empty()) {
            place.blame(
                "label",
                format!("has no label in `{language}`"),
                format!("write `{language} = \"…\"`"),
            );
        }
    }
}

fn group_and_meaning(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    let group = &disposition.group;
    if !file.groups.iter().any(|known| known.key == *group) {
        place.blame(
            "group",
            format!("`{group}` is not a group of this catalogue"),
            "add a `[[group]]` with that key",
        );
    }
    let fields = std::iter::once("meaning").chain(std::iter::repeat("also_means"));
    for (field, meaning) in fields.zip(disposition.meanings()) {
        if !meaning::is_known(meaning) {
            place.blame(
                field,
                format!("`{meaning}` is not a node of the meaning tree"),
                "choose one from catalogues/meanings.toml",
            );
        }
    }
}

fn priorities(disposition: &Disposition, place: &mut Place<'_>) {
    if let (Some(band), Some(priority)) = (disposition.band, disposition.priority)
        && Band::of(priority) != band
    {
        let (low, high) = band.range();
        place.blame(
            "priority",
            format!("{priority} lies outside its band"),
            format!("write a figure from {low} to {high}"),
        );
    }
    if disposition
        .contact_priority
        .is_some_and(|figure| ![1, 3, 4, 6].contains(&figure))
    {
        place.blame(
            "contact_priority",
            "only 1, 3, 4 and 6 exist",
            "write one of them",
        );
    }
}

/// Where a catalogue orders by score, a group says how near each of its codes came, or none does:
/// a code without would leave the score as it was.
fn scored(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    let says = |other: &&Disposition| other.contact_priority.is_some();
    let mut group = file.dispositions.iter();
    if file.offering == Offering::Score
        && !says(&disposition)
        && group.any(|other| other.group == disposition.group && says(&other))
    {
        place.blame(
            "contact_priority",
            "the other codes of its group say how near the right person was",
            "write 1, 3, 4 or 6",
        );
    }
}

fn follow_up(disposition: &Disposition, place: &mut Place<'_>) {
    let waits = |kind: &Kind| matches!(kind, Kind::Unreached | Kind::Callback);
    let mut kinds = std::iter::once(&disposition.kind).chain(disposition.kind_on.values());
    if kinds.any(waits) && disposition.follow_up.is_none() {
        place.blame(
            "follow_up",
            "a contact would be due again at once, for ever",
            "write `follow_up = { expression = \"…\" }`",
        );
    }
    if (disposition.roster == RosterMode::Change) != disposition.roster_lines.is_some() {
        place.blame(
            "roster",
            "`change` and `roster_lines` belong together",
            "write both or neither",
        );
    }
}

fn credit(disposition: &Disposition, place: &mut Place<'_>) {
    let credit = disposition.credit;
    for (figure, field) in [
        (credit.client, "credit.client"),
        (credit.agent, "credit.agent"),
    ] {
        if !(-1..=1).contains(&figure) {
            place.blame(field, format!("{figure} is no credit"), "write -1, 0 or 1");
        }
    }
}

fn suppression(disposition: &Disposition, place: &mut Place<'_>) {
    let until = disposition
        .suppress
        .as_ref()
        .and_then(|suppress| suppress.until.as_ref())
        .filter(|until| until.parse::<jiff::Span>().is_err());
    if let Some(until) = until {
        place.blame(
            "suppress.until",
            format!("`{until}` is not a period"),
            "write an ISO 8601 period such as `P1Y`",
        );
    }
}
