//! What the law adds: hours, gaps, dials a day.

use crate::support::{ANNA, FIRST, SECOND, play};
use engine::{
    Basis, Because, Consent, ConsentChange, ContactKind, Number, Outcome, Owed, Purpose, Shown,
};
use jiff::SignedDuration;
use jiff::civil::date;

#[test]
fn a_retry_after_hours_waits_for_the_morning() {
    play(|mut world| {
        world.book.law_of("NL");
        world.at("2026-03-03 20:30").call(Outcome::NoAnswer);
        world.stands("unreached 120 due 03-03 23:30 offered 03-04 09:00");
    });
}

#[test]
fn a_dial_outside_the_hours_is_refused_though_the_contact_is_in_hand() {
    play(|mut world| {
        world.book.law_of("NL");
        world
            .at("2026-03-03 21:59")
            .claim(ANNA)
            .at("2026-03-03 22:00");
        assert_eq!(world.try_dial(FIRST).unwrap_err().code(), "outside_hours");
        assert_eq!(world.contact.dials, 0);
    });
}

#[test]
fn whoever_refused_to_be_recorded_is_asked_where_a_notice_would_do() {
    play(|mut world| {
        world.book.law_of("NL");
        world.at("2026-03-03 10:00").claim(ANNA);
        for (refuses_recording, owed) in [(false, Owed::Notice), (true, Owed::Consent)] {
            let mut facts = world.facts();
            facts.numbers[0].refuses_recording = refuses_recording;
            let rules = &world.book.rules;
            let permit = engine::permit(&world.contact, FIRST, &facts, world.now, rules);
            assert_eq!(permit.unwrap().conduct().recording.owed, owed);
        }
    });
}

#[test]
fn a_company_is_called_earlier_and_not_so_late() {
    play(|mut world| {
        world.book.law_of("NL");
        world.contact.kind = ContactKind::Company;
        world
            .at("2026-03-03 08:00")
            .claim(ANNA)
            .at("2026-03-03 20:00");
        assert_eq!(world.try_dial(FIRST).unwrap_err().code(), "outside_hours");
    });
}

#[test]
fn a_number_rests_between_two_dials() {
    play(|mut world| {
        world.book.law_of("NL");
        world.book.edit("130", |code| {
            code.follow_up = "TimeAdd=2m"
                .parse::<engine::callback::Expression>()
                .ok()
                .map(Into::into);
        });
        world
            .call(Outcome::Busy)
            .stands("unreached 130 due 03-03 10:02 offered 03-03 10:10");
    });
}

#[test]
fn within_one_handling_the_gap_holds_for_the_number_and_not_for_the_other() {
    play(|world| {
        let mut world = world.numbers(2);
        world.book.law_of("NL");
        world.call(Outcome::NoAnswer).later(9);
        assert_eq!(world.try_dial(FIRST).unwrap_err().code(), "too_soon");
        world.dial(SECOND);
    });
}

#[test]
fn after_three_dials_a_day_a_german_number_waits_for_tomorrow() {
    play(|mut world| {
        world.book.law_of("DE");
        for _ in 0..3 {
            world.call(Outcome::Busy);
        }
        // The offer does not know of it; the claim puts it back.
        world.when_offered().try_claim(ANNA).unwrap();
        world.stands("unreached 130 due 03-03 10:45 offered 03-04 09:00");
    });
}

#[test]
fn who_did_not_agree_is_not_offered_and_is_once_that_is_known() {
    play(|mut world| {
        world.book.law_of("NL");
        world.book.rules.settings.basis = None;
        world = world.imported("2026-08-04 10:00");
        world.stands("new 000 due 08-04 10:00 offered never");
        let said = Consent::given(Basis::Consent, date(2026, 8, 1));
        world.edit(Some(ConsentChange::Now(said)));
        world.stands("new 000 due 08-04 10:00");
        world.claim(ANNA).dial(FIRST);
        let told = |why: &&Because| matches!(why, Because::Ground { .. });
        assert!(world.because.iter().any(|why| told(&why)));
    });
}

#[test]
fn a_consent_that_is_taken_back_stops_the_next_dial() {
    play(|mut world| {
        world.book.law_of("NL");
        world.book.rules.settings.basis = None;
        world = world.imported("2026-08-04 10:00");
        let said = Consent::given(Basis::Consent, date(2026, 8, 1));
        world.edit(Some(ConsentChange::Now(said)));
        world.claim(ANNA).edit(Some(ConsentChange::Gone));
        let refused = world.try_dial(FIRST).unwrap_err();
        assert_eq!(refused.code(), "no_ground");
    });
}

#[test]
fn a_survey_needs_no_ground() {
    play(|mut world| {
        world.book.law_of("NL");
        world.book.rules.settings.basis = None;
        world.book.rules.settings.purpose = Some(Purpose::Research);
        world = world.imported("2026-08-04 10:00");
        world.stands("new 000 due 08-04 10:00");
    });
}

#[test]
fn a_register_that_is_too_old_keeps_people_from_being_called_until_it_is_renewed() {
    play(|mut world| {
        world.book.law_of("GB");
        world.book.rules.settings.purpose = Some(Purpose::Charity);
        world = world.imported("2026-03-02 10:00");
        // Nobody has imported it.
        world.try_claim(ANNA).unwrap();
        world.stands("new 000 due 03-02 10:00 offered 03-02 10:15");
        let is_told = |why: &Because| matches!(why, Because::ScrubExpired { as_of: None, .. });
        assert!(world.because.iter().any(is_told));
        let day = SignedDuration::from_hours(24);
        world.scrubbed_at = Some(world.now + SignedDuration::from_mins(15) - 28 * day);
        world.when_offered().claim(ANNA);
        world.scrubbed_at = world.scrubbed_at.map(|of| of - day);
        let refused = world.try_dial(FIRST).unwrap_err();
        assert_eq!(refused.code(), "scrub_expired");
    });
}

#[test]
fn where_a_number_must_be_shown_nobody_is_called_without_one() {
    play(|mut world| {
        world.book.law_of("NL");
        world.book.rules.settings.purpose = Some(Purpose::Research);
        world = world.imported("2026-03-02 10:00");
        world.caller_id = Some(Shown::Nothing);
        world.try_claim(ANNA).unwrap();
        world.stands("new 000 due 03-02 10:00 offered 03-02 10:15");
        let is_told = |why: &Because| matches!(why, Because::NoCallerId { .. });
        assert!(world.because.iter().any(is_told));
        let number = Number::new(442_079_460_000).unwrap();
        world.caller_id = Some(Shown::Number(number));
        world.when_offered().claim(ANNA);
        world.caller_id = Some(Shown::Nothing);
        let refused = world.try_dial(FIRST).unwrap_err();
        assert_eq!(refused.code(), "no_caller_id");
        world.caller_id = Some(Shown::Number(number));
        world.try_dial(FIRST).unwrap();
    });
}
