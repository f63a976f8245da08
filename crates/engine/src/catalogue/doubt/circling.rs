//! Contacts that nobody reaches and nothing ends.

use super::super::problem::Place;
use super::super::{CatalogueFile, Disposition, Kind, Offering};

/// Where a score says that the right person was reached no limit holds any more.
const RIGHT_PERSON: u8 = 4;

/// A code that comes about again and again without anybody choosing it: some limit must end it,
/// before anybody was called back and after.
pub(super) fn circling(file: &CatalogueFile, code: &Disposition, place: &mut Place<'_>) {
    let limits = &file.limits;
    if limits.total > 0 && file.offering != Offering::Score || code.max_run > 0 {
        return;
    }
    if retries_end(file, code) {
        return;
    }
    let total = limits.total > 0;
    let cold = total || limits.cold_count > 0 || limits.cold_period.seconds() > 0;
    let later = total || limits.callback_count > 0 || limits.callback_period.seconds() > 0;
    let again = total || limits.callbacks > 0 || limits.callbacks_period.seconds() > 0;
    let is = |kind| kinds(code).any(|one| one == kind);
    let calls_back = |one: &Disposition| kinds(one).any(|kind| kind == Kind::Callback);
    let mut all = file.dispositions.iter();
    let reason = if is(Kind::Unreached) && !cold {
        "circling"
    } else if is(Kind::Unreached) && has_right_person(file) {
        "circling-owner"
    } else if is(Kind::Unreached) && !later && all.any(calls_back)
        || is(Kind::Callback) && !code.on.is_empty() && !again
    {
        "circling-callback"
    } else {
        return;
    };
    place.blame("max_run", reason, &[]);
}

/// Its kind, and those it has where some trigger sets it.
fn kinds(code: &Disposition) -> impl Iterator<Item = Kind> {
    let others = code.kind_on.values().copied();
    std::iter::once(code.kind).chain(others)
}

fn has_right_person(file: &CatalogueFile) -> bool {
    let mut all = file.dispositions.iter();
    let reached = |code: &Disposition| code.contact_priority >= Some(RIGHT_PERSON);
    file.offering == Offering::Score && all.any(reached)
}

/// Whatever the line may say for this code has a cause that is tried so many times at most.
fn retries_end(file: &CatalogueFile, code: &Disposition) -> bool {
    let mut words = code.on.iter().filter(|word| word.starts_with("line."));
    let ends = |word: &String| {
        let mut causes = file.causes.iter().filter(|cause| cause.on.contains(word));
        let bound = |retry: super::super::Retry| retry.most > 0;
        causes.clone().next().is_some() && causes.all(|cause| cause.retry.is_some_and(bound))
    };
    let by_hand = code.on.len() != words.clone().count() || !code.set_by_system_only();
    file.offering == Offering::DialRules && !code.on.is_empty() && !by_hand && words.all(ends)
}
