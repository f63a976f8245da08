//! People and machines told apart by ear, over real calls: who is known to be what is called, and what
//! was heard is set beside it, and beside what Asterisk's own detector says. `--no-capture` shows the
//! table.

use crate::amd::Amd;
use crate::callees::Class;
use crate::hearing::{files, from_until, of_kind};
use crate::leave::listening;
use crate::listened::{Callee, Told, callees, listen_to_all};
use crate::real::{Clock, connected, phone};
use engine::{Machines, Outcome, Report};
use jiff::SignedDuration;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

#[test]
fn people_and_machines_are_told_apart_better_than_by_the_usual_detector() {
    let callees = callees();
    let mut amd = Amd::new();
    let told = listen_to_all(&callees, &mut amd);
    let (mut ours, mut usual) = (BTreeMap::new(), BTreeMap::new());
    for (callee, told) in callees.iter().zip(&told) {
        let by_amd = amd.told(callee.number);
        println!(
            "{:42} {:?} after {:#}, usually {:?} after {:#}",
            callee.what, told.class, told.after, by_amd.class, by_amd.after
        );
        *ours.entry((callee.is, told.class)).or_insert(0) += 1;
        *usual.entry((callee.is, by_amd.class)).or_insert(0) += 1;
    }
    println!("ours  {ours:?}\nusual {usual:?}");
    let right = |table: &BTreeMap<(Class, Class), u32>| -> u32 {
        let right = table.iter().filter(|((is, heard), _)| is == heard);
        right.map(|(_, many)| many).sum()
    };
    let of = callees.len() as u32;
    println!(
        "{} of {of} right, {} by the usual one",
        right(&ours),
        right(&usual)
    );
    assert!(right(&ours) > right(&usual), "{ours:?} {usual:?}");
    assert!(right(&ours) * 100 >= of * 80, "{ours:?}");
    short_hellos_are_answered_at_once(&callees, &told);
    no_person_is_hung_up_on_and_no_fax_put_through(callees, &told);
}

/// Whatever else may be wrong. Where the machine stood still in the middle of a call its sound was torn
/// apart, therefore who was lost is called once more: what the ear does wrong it does again.
fn no_person_is_hung_up_on_and_no_fax_put_through(callees: Vec<Callee>, told: &[Told]) {
    let is_lost = |callee: &Callee, told: &Told| match callee.is {
        Class::Person => told.class != Class::Person,
        Class::Fax => told.class == Class::Person,
        _ => false,
    };
    let told = callees.into_iter().zip(told);
    let lost = told.filter(|(callee, told)| is_lost(callee, told));
    let lost: Vec<Callee> = lost.map(|(callee, _)| callee).collect();
    if lost.is_empty() {
        return;
    }
    let again = listen_to_all(&lost, &mut Amd::new());
    for (callee, told) in lost.iter().zip(&again) {
        assert!(!is_lost(callee, told), "{}: {told:?} again", callee.what);
    }
}

/// How fast the ear is, is tried without an exchange. Here half a second is the carrier's, who waits before
/// it speaks, and there is all else that goes on.
fn short_hellos_are_answered_at_once(callees: &[Callee], told: &[Told]) {
    for (callee, told) in callees.iter().zip(told) {
        if callee.what.ends_with("a short hello") {
            assert!(told.after <= SignedDuration::from_millis(2_500), "{told:?}");
        }
    }
}

#[test]
fn a_message_is_left_after_the_beep() {
    let before = files();
    let (mut asterisk, nudged) = connected("message");
    let clock = Clock::new();
    let order = listening(1, 119, Machines::LeaveMessage, clock.now());
    asterisk.place(order, Some(phone(30)), clock.now()).unwrap();
    let until = Instant::now() + Duration::from_secs(10);
    let ended = loop {
        assert!(Instant::now() < until, "nobody said that it is a machine");
        let _ = nudged.recv_timeout(Duration::from_millis(50));
        let said = asterisk.step(clock.now());
        if let Some(report) = said
            .into_iter()
            .map(|said| said.report)
            .find(|report| matches!(report, Report::Ended { .. } | Report::NotPlaced { .. }))
        {
            break report;
        }
    };
    let Report::Ended { outcome, cause, .. } = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(outcome, Outcome::Machine);
    assert!(
        cause.confidence.is_some_and(|per_cent| per_cent >= 70),
        "{cause:?}"
    );
    // The agent is free; the machine is spoken to until its greeting and the message are over.
    let began = Instant::now();
    while asterisk.calls() > 0 {
        assert!(
            began.elapsed() < Duration::from_secs(30),
            "the call goes on for ever"
        );
        std::thread::sleep(Duration::from_millis(100));
    }
    // The carrier closes its files a moment after the call.
    std::thread::sleep(Duration::from_millis(500));
    let new: Vec<PathBuf> = files().difference(&before).cloned().collect();
    let (_, beeped) = from_until(of_kind(&new, "said-"));
    let (spoken_to, _) = from_until(of_kind(&new, "heard-"));
    assert!(
        (beeped..beeped + 1.5).contains(&spoken_to),
        "it beeped until {beeped}, and was spoken to from {spoken_to}"
    );
}
