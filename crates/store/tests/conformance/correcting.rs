//! What was recorded is corrected by a supervisor, or taken back by whoever gave it.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::{Actor, AgentId, Code, Command, ContactId, Number, Outcome, Phase, Settings};
use jiff::SignedDuration;
use store::conn::Access;
use store::sql::Statement;
use store::{Answer, RecordError};

static OUTBOX: Statement = Statement::new(
    "test.outbox",
    "SELECT state FROM outbox WHERE kind = 'act' ORDER BY list_id, contact_id, seq, n",
);

/// Called and coded at once; what is said is when the call ended.
fn coded(centre: &Centre, agent: AgentId, code: &str) -> ContactId {
    let id = centre.offer(agent).unwrap();
    centre.call(id, agent, Outcome::Answered);
    centre.dispose(id, agent, code, None).unwrap();
    id
}

fn correct(centre: &Centre, contact: ContactId, attempt: u32, code: &str) -> Answer {
    let code = Code::new(code);
    let command = Command::Correct { attempt, code };
    let actor = Actor::Supervisor(centre.agents[0]);
    centre
        .store
        .record(store::Entry::command(centre.list, contact, actor, command))
}

fn refused(answer: Answer) -> &'static str {
    match answer.unwrap_err() {
        RecordError::Refused(refusal) => refusal.code(),
        other => panic!("{other}"),
    }
}

fn seconds(centre: &Centre, seconds: i64) {
    let now = centre.clock.now() + SignedDuration::from_secs(seconds);
    centre.clock.advance_to(now);
}

#[test]
fn a_correction_changes_contact_attempt_and_figures_and_is_kept() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        centre.import(3);
        let id = coded(&centre, centre.agents[1], "500");
        let coded_at = centre.store.attempts_of(centre.list, id).unwrap()[0].coded_at;
        centre.pass(30);
        let answer = correct(&centre, id, 1, "120").unwrap();
        assert_eq!(answer.contact.standing.word(), "unreached");
        let attempts = centre.store.attempts_of(centre.list, id).unwrap();
        assert_eq!(attempts[0].code, Code::new("120"));
        assert_eq!(attempts[0].coded_at, coded_at);
        let kept = centre.store.corrections_of(centre.list, id).unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!((kept[0].from.as_str(), kept[0].to.as_str()), ("500", "120"));
        assert_eq!((kept[0].attempt, kept[0].seq), (1, answer.seq));
        let explained = centre.store.explain(centre.list, id).unwrap().unwrap();
        assert!(explained.because[0].text.contains("corrected from 500"));
        centre.is_sound();
    });
}

#[test]
fn later_dispositions_stand_and_rules_of_the_day_hold() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let id = coded(&centre, centre.agents[0], "120");
        centre
            .store
            .set_rules(centre.list, crate::centre::rules(Settings::default()))
            .unwrap();
        centre.pass(60 * 4);
        assert_eq!(coded(&centre, centre.agents[0], "130"), id);
        let before = centre.contact(id);
        let answer = correct(&centre, id, 1, "700").unwrap();
        assert_eq!(answer.contact.code, before.code);
        assert_eq!(answer.contact.standing, before.standing);
        assert_eq!(answer.contact.counters.unreached_run, 1);
        assert_eq!(centre.store.last_attempt(centre.list, id).unwrap(), Some(2));
        centre.is_sound();
    });
}

#[test]
fn nothing_is_corrected_in_somebody_s_hands_nor_a_wish_not_to_be_called() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(2);
        let dnc = coded(&centre, centre.agents[0], "510");
        assert_eq!(refused(correct(&centre, dnc, 1, "120")), "sticky");
        assert_eq!(refused(correct(&centre, dnc, 2, "120")), "no_such_attempt");
        let id = centre.offer(centre.agents[0]).unwrap();
        centre.dial(id, centre.agents[0]).unwrap();
        assert_eq!(refused(correct(&centre, id, 1, "120")), "in_hand");
        centre.is_sound();
    });
}

#[test]
fn a_correction_suppresses_and_lifts_nothing() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let number = 493_023_125_001;
        centre.import_all(vec![contact(1, &[number]), contact(2, &[number])]);
        let id = coded(&centre, centre.agents[0], "500");
        correct(&centre, id, 1, "510").unwrap();
        let number = Number::new(number).unwrap();
        assert_eq!(centre.store.suppressions_of(number).unwrap().len(), 1);
        assert_eq!(centre.store.waiting_suppressions(9).unwrap().len(), 1);
        assert_eq!(centre.offer(centre.agents[0]), None);
        centre.is_sound();
    });
}

#[test]
fn a_row_that_does_not_follow_from_its_journal_is_not_corrected() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let id = coded(&centre, centre.agents[0], "120");
        let mut conn = database.open(Access::Write);
        conn.batch("UPDATE contact SET body = replace(body, '\"attempts\":1', '\"attempts\":2')")
            .unwrap();
        let error = correct(&centre, id, 1, "500").unwrap_err();
        assert!(error.to_string().contains("dispo doctor"), "{error}");
    });
}

#[test]
fn the_doctor_finds_a_correction_that_was_tampered_with() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let id = coded(&centre, centre.agents[0], "120");
        correct(&centre, id, 1, "500").unwrap();
        let mut conn = database.open(Access::Write);
        conn.batch("UPDATE attempt SET code = '120'; DELETE FROM correction")
            .unwrap();
        let found = centre.store.doctor().unwrap().differences;
        let fields: Vec<&str> = found.iter().map(|found| found.field.as_str()).collect();
        assert_eq!(fields, ["attempt 1", "correction 6"]);
    });
}

#[test]
fn a_code_is_taken_back_within_ten_seconds() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let agent = centre.agents[0];
        centre.import(2);
        let id = coded(&centre, agent, "610");
        let coded_at = centre.clock.now();
        seconds(&centre, 9);
        let may = centre.store.undoable(agent).unwrap();
        assert_eq!(may, Some((centre.list, id, coded_at)));
        let back = centre.store.undo(agent).unwrap();
        assert_eq!(centre.store.undoable(agent).unwrap(), None);
        let hand = back.contact.hand.as_ref().unwrap();
        assert_eq!(
            (back.contact.id, hand.phase(), hand.agent),
            (id, Phase::WrapUp, agent)
        );
        assert_eq!(back.contact.counters.attempts, 0);
        assert_eq!(centre.store.attempts_of(centre.list, id).unwrap(), []);
        let outbox = database.open(Access::Read).rows(&OUTBOX, &[]).unwrap();
        assert!(!outbox.is_empty());
        assert!(outbox.iter().all(|row| row.text(0).unwrap() == "discarded"));
        assert_eq!(refused(centre.store.undo(agent)), "in_hand");
        centre.dispose(id, agent, "120", None).unwrap();
        assert_eq!(centre.store.attempts_of(centre.list, id).unwrap().len(), 1);
        centre.is_sound();
        seconds(&centre, 10);
        assert_eq!(centre.store.undoable(agent).unwrap(), None);
        assert_eq!(refused(centre.store.undo(agent)), "nothing_to_undo");
    });
}

#[test]
fn what_she_was_offered_meanwhile_goes_back_untouched_unless_it_was_dialled() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let agent = centre.agents[0];
        centre.import(3);
        let id = coded(&centre, agent, "500");
        let next = centre.offer(agent).unwrap();
        assert_eq!(centre.store.undo(agent).unwrap().contact.id, id);
        let given_back = centre.contact(next);
        assert!(given_back.hand.is_none());
        assert_eq!(given_back.standing.word(), "new");
        centre.dispose(id, agent, "500", None).unwrap();
        let other = centre.offer(agent).unwrap();
        centre.dial(other, agent).unwrap();
        assert_eq!(refused(centre.store.undo(agent)), "agent_busy");
        assert_eq!(centre.contact(other).state(), "in_hand");
        assert_eq!(centre.contact(id).state(), "closed");
        centre.is_sound();
    });
}

#[test]
fn a_refused_undo_leaves_what_is_in_hand_where_it_is() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let agent = centre.agents[0];
        centre.import(3);
        coded(&centre, agent, "510");
        let next = centre.offer(agent).unwrap();
        assert_eq!(refused(centre.store.undo(agent)), "lasting");
        assert_eq!(centre.contact(next).state(), "in_hand");
        centre.is_sound();
    });
}
