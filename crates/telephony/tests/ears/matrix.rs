//! Each kind many times over: how often it is taken for what, and after how long.

use crate::callees::{Class, KINDS, Kind};
use std::collections::BTreeMap;
use std::time::Duration;
use telephony::{Ear, Verdict};

/// So many of each kind.
const OF_EACH: u64 = 21;
/// What they go on to send: nobody hangs up while she is listened to.
const THEN_SILENT: usize = 8 * 8_000;

/// What one of them was taken for, and how long that took.
fn taken_for(kind: &Kind, at: u64) -> (Class, Duration) {
    let mut samples = (kind.sounds)(at).samples();
    samples.resize(samples.len() + THEN_SILENT, 0);
    let mut ear = Ear::default();
    for packet in samples.chunks(160) {
        ear.hear(packet);
        if let Some(verdict) = ear.verdict() {
            return (class(verdict), ear.heard());
        }
    }
    panic!("{}, number {at}, was not told apart", kind.what);
}

fn class(verdict: Verdict) -> Class {
    match verdict {
        Verdict::Person => Class::Person,
        Verdict::Machine { .. } | Verdict::Busy => Class::Machine,
        Verdict::SpecialTone => Class::Special,
        Verdict::Fax => Class::Fax,
    }
}

#[test]
fn everybody_is_taken_for_what_she_is_as_far_as_can_be_heard() {
    let mut table: BTreeMap<(Class, Class), u32> = BTreeMap::new();
    let mut complaints = Vec::new();
    for kind in KINDS {
        let mut all: Vec<(Class, Duration)> = (0..OF_EACH).map(|at| taken_for(kind, at)).collect();
        all.sort_by_key(|(_, after)| *after);
        let right = all.iter().filter(|(class, _)| *class == kind.is).count();
        let per_cent = u32::try_from(right * 100 / all.len()).unwrap();
        let (median, longest) = (all[all.len() / 2].1, all[all.len() - 1].1);
        println!(
            "{:40} {per_cent:3} %, after {median:?} in the median, {longest:?} at most",
            kind.what
        );
        if per_cent < kind.at_least {
            complaints.push(format!("{}: {per_cent} % of {}", kind.what, kind.at_least));
        }
        for (class, _) in all {
            *table.entry((kind.is, class)).or_default() += 1;
        }
    }
    println!("{table:?}");
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// An abandoned call is the worst that an ear can do.
#[test]
fn no_person_is_taken_for_a_machine_and_a_short_hello_is_answered_at_once() {
    for kind in KINDS.iter().filter(|kind| kind.is == Class::Person) {
        for at in 0..OF_EACH {
            let (class, after) = taken_for(kind, at);
            assert_eq!(class, Class::Person, "{}, number {at}", kind.what);
            let is_short = kind.what.ends_with("a short hello");
            let most = if is_short { 1_500 } else { 6_000 };
            assert!(
                after <= Duration::from_millis(most),
                "{}, number {at}: {after:?}",
                kind.what
            );
        }
    }
}

/// A message is spoken after the beep, or where none comes once that is certain.
#[test]
fn a_mailbox_is_spoken_to_once_its_greeting_is_over() {
    let mailboxes = KINDS.iter().filter(|kind| kind.what.starts_with("mailbox"));
    let mut spoken_to = 0;
    for kind in mailboxes {
        for at in 0..OF_EACH {
            let Some((ends, after)) = greeted(kind, at) else {
                continue;
            };
            spoken_to += 1;
            let beeps = !kind.what.ends_with("no beep");
            let most = Duration::from_millis(if beeps { 500 } else { 5_000 });
            assert!(
                (ends..=ends + most).contains(&after),
                "{}, number {at}, ends after {ends:?} and is spoken to after {after:?}",
                kind.what
            );
        }
    }
    assert!(spoken_to > 150, "{spoken_to}");
}

/// How long it greets, and when it is spoken to; nothing where it is taken for a person.
fn greeted(kind: &Kind, at: u64) -> Option<(Duration, Duration)> {
    let mut samples = (kind.sounds)(at).samples();
    let ends = Duration::from_secs_f64(samples.len() as f64 / 8_000.0);
    samples.resize(samples.len() + THEN_SILENT, 0);
    let mut ear = Ear::default();
    for packet in samples.chunks(160) {
        ear.hear(packet);
        if ear.has_greeted() {
            return Some((ends, ear.heard()));
        }
    }
    let is_machine = matches!(ear.verdict(), Some(Verdict::Machine { .. }));
    assert!(
        !is_machine,
        "{}, number {at}, is never spoken to",
        kind.what
    );
    None
}
