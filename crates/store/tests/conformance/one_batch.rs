//! In one batch an event sees what came of those before it, in other contacts, too.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::{Actor, Code, Command, Facts, Outcome, Report, Slot};
use store::{Entry, RecordError};

const DIGITS: u64 = 493_023_125_001;

/// The dial that was asked for together with the wish not to be called comes after it.
#[test]
fn in_one_batch_a_wish_not_to_be_called_reaches_the_dials_after_it() {
    with_both(|database| {
        let here = Centre::open(database, 2);
        let (ada, ben) = (here.agents[0], here.agents[1]);
        let numbers = [DIGITS];
        let two = vec![contact(1, &numbers), contact(2, &numbers)];
        let ids = here.import_all(two);
        assert_eq!(here.offer(ada), Some(ids[0]));
        assert_eq!(here.offer(ben), Some(ids[1]));
        here.call(ids[0], ada, Outcome::Answered);
        here.pass(30);
        let dispose = Command::Dispose {
            code: Code::new("210"),
            callback: None,
        };
        let dial = Command::dial(Slot(0), Facts::default());
        let entries = vec![
            Entry::command(here.list, ids[0], Actor::Agent(ada), dispose),
            Entry::command(here.list, ids[1], Actor::Agent(ben), dial),
        ];
        let answers = here.store.record_all(entries).unwrap();
        assert!(answers[0].is_ok());
        assert!(
            matches!(&answers[1], Err(RecordError::Refused(refusal)) if refusal.code() == "suppressed"),
            "{answers:?}"
        );
        here.report(
            ids[1],
            Report::Suppressed {
                source: "a test".into(),
            },
        );
        here.is_sound();
    });
}

#[test]
fn in_one_batch_one_number_is_dialled_once() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let numbers = [DIGITS];
        let two = vec![contact(1, &numbers), contact(2, &numbers)];
        let ids = centre.import_all(two);
        let entries: Vec<Entry> = centre
            .agents
            .iter()
            .zip(&ids)
            .map(|(agent, id)| {
                assert_eq!(centre.offer(*agent), Some(*id));
                let dial = Command::dial(Slot(0), Facts::default());
                Entry::command(centre.list, *id, Actor::Agent(*agent), dial)
            })
            .collect();
        let answers = centre.store.record_all(entries).unwrap();
        assert!(answers[0].is_ok());
        assert!(
            matches!(&answers[1], Err(RecordError::Refused(refusal)) if refusal.code() == "too_soon"),
            "{answers:?}"
        );
        centre.is_sound();
    });
}
