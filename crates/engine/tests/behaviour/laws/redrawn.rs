//! Groups, limits, triggers and what a code asks for, drawn anew: nothing the engine decides by
//! them may break a law.

use super::history::Dice;
use engine::catalogue::{CatalogueFile, Disposition, Kind, Reason, Reopen, Requirement, Setter};
use engine::{Catalogue, Limits, Period};

const ASKED: [Requirement; 4] = [
    Requirement::Date,
    Requirement::Note,
    Requirement::Email,
    Requirement::Reason,
];

pub fn redraw(file: &mut CatalogueFile, dice: &mut Dice) {
    file.limits = limits(dice);
    groups(file, dice);
    for code in &mut file.dispositions {
        if code.set_by.contains(&Setter::Agent) {
            asks(code, dice);
        }
    }
    for _ in 0..4 {
        trigger_elsewhere(file, dice);
    }
}

/// One time in two each of them is off.
fn limits(dice: &mut Dice) -> Limits {
    let mut count = |most| u32::try_from(dice.below(most)).unwrap() * u32::from(dice.often(50));
    let (cold_count, callback_count) = (count(5), count(5));
    let (callbacks, total) = (count(4), count(12));
    let mut period = || Period::minutes(i64::from(count(20_000)));
    Limits {
        cold_count,
        cold_period: period(),
        callback_count,
        callback_period: period(),
        callbacks,
        callbacks_period: period(),
        total,
    }
}

/// Codes change their headings; what a product allows in one would not fit the others.
fn groups(file: &mut CatalogueFile, dice: &mut Dice) {
    for group in &mut file.groups {
        group.set_by.clear();
        group.closed = false;
        group.scored = dice.often(30);
        group.options = None;
    }
    let keys: Vec<String> = file.groups.iter().map(|group| group.key.clone()).collect();
    for code in &mut file.dispositions {
        code.group.clone_from(dice.of(&keys));
    }
}

fn asks(code: &mut Disposition, dice: &mut Dice) {
    if dice.often(15) {
        let asked = *dice.of(&ASKED);
        let reason = Reason {
            key: "price".to_owned(),
            label: code.label.clone(),
        };
        let reasons = [reason].into_iter();
        code.reasons = reasons.filter(|_| asked == Requirement::Reason).collect();
        code.requires = vec![asked];
    }
    if code.kind == Kind::Final && dice.often(25) {
        code.reopen = vec![Reopen::List];
    }
}

/// A word that one code answers is answered by another one, where that makes a catalogue.
fn trigger_elsewhere(file: &mut CatalogueFile, dice: &mut Dice) {
    let mut tried = file.clone();
    let (from, to) = (
        dice.below(tried.dispositions.len()),
        dice.below(tried.dispositions.len()),
    );
    let Some(word) = tried.dispositions[from].on.pop() else {
        return;
    };
    let (one, other) = (&tried.dispositions[from], &tried.dispositions[to]);
    // What an agent chooses is not what closes or begins by itself.
    let is_like = one.kind == other.kind
        && one.final_for == other.final_for
        && !other.on.is_empty()
        && word != "stage_entered";
    tried.dispositions[to].on.push(word);
    if is_like && Catalogue::from_file(tried.clone()).is_ok() {
        *file = tried;
    }
}
