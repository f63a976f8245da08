//! What must hold within one disposition, whatever the others say.

use super::problem::Place;
use super::reasons;
use super::{Action, Band, CatalogueFile, Disposition, Kind, Offering, RosterMode};
use crate::meaning;

pub(super) fn check(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    labels(file, disposition, place);
    group_and_meaning(file, disposition, place);
    priorities(disposition, place);
    scored(file, disposition, place);
    follow_up(disposition, place);
    credit(disposition, place);
    suppression(disposition, place);
    mail(disposition, place);
    reasons::check(file, disposition, place);
}

fn labels(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    for language in &file.languages {
        let label = disposition.label.get(language);
        if label.is_none_or(|label| label.trim().is_empty()) {
            place.blame("label", "no-label", &[("language", language)]);
        }
    }
}

fn group_and_meaning(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    let group = &disposition.group;
    if file.group(group).is_none() {
        place.blame("group", "no-such-group", &[("group", group)]);
    }
    let fields = std::iter::once("meaning").chain(std::iter::repeat("also_means"));
    for (field, meaning) in fields.zip(disposition.meanings()) {
        if !meaning::is_known(meaning) {
            place.blame(field, "no-meaning", &[("meaning", meaning)]);
        }
    }
}

fn priorities(disposition: &Disposition, place: &mut Place<'_>) {
    if let (Some(band), Some(priority)) = (disposition.band, disposition.priority)
        && Band::of(priority) != band
    {
        let (low, high) = band.range();
        let parts = [
            ("priority", priority.to_string()),
            ("low", low.to_string()),
            ("high", high.to_string()),
        ];
        let parts = parts
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        place.blame("priority", "out-of-band", &parts);
    }
    if disposition
        .contact_priority
        .is_some_and(|figure| ![1, 3, 4, 6].contains(&figure))
    {
        place.blame("contact_priority", "near-figure", &[]);
    }
}

/// Where a catalogue orders by score, a code of a group that says how near the right person was
/// says so, too: without it the score would stay as it was.
fn scored(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    let says = |other: &&Disposition| other.contact_priority.is_some();
    let mut others = file.dispositions.iter();
    let group = file.group(&disposition.group);
    let must = group.is_some_and(|group| group.scored)
        || others.any(|other| other.group == disposition.group && says(&other));
    if file.offering == Offering::Score && must && !says(&disposition) {
        place.blame("contact_priority", "near", &[]);
    }
}

fn follow_up(disposition: &Disposition, place: &mut Place<'_>) {
    let waits = |kind: &Kind| matches!(kind, Kind::Unreached | Kind::Callback);
    let mut kinds = std::iter::once(&disposition.kind).chain(disposition.kind_on.values());
    if kinds.any(waits) && disposition.follow_up.is_none() {
        place.blame("follow_up", "no-follow-up", &[]);
    }
    if (disposition.roster == RosterMode::Change) != disposition.roster_lines.is_some() {
        place.blame("roster", "roster-halves", &[]);
    }
}

fn credit(disposition: &Disposition, place: &mut Place<'_>) {
    let credit = disposition.credit;
    for (figure, field) in [
        (credit.client, "credit.client"),
        (credit.agent, "credit.agent"),
    ] {
        if !(-1..=1).contains(&figure) {
            place.blame(field, "no-credit", &[("figure", &figure.to_string())]);
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
        place.blame("suppress.until", "no-period", &[("period", until)]);
    }
}

/// An e-mail is looked at before it goes.
fn mail(disposition: &Disposition, place: &mut Place<'_>) {
    if disposition.actions.contains(&Action::Mail) && !disposition.pop_up {
        place.blame("pop_up", "mail-screen", &[]);
    }
}
