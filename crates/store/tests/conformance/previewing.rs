//! What would follow, told without doing it.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{Actor, CallbackChoice, Code, Command, Outcome, Refusal, Standing};
use store::{Entry, RecordError};

#[test]
fn a_preview_says_what_the_door_then_does_and_writes_nothing() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let ada = centre.agents[0];
        let contact = centre.offer(ada).unwrap();
        centre.call(contact, ada, Outcome::Answered);
        let due = "2026-01-07T10:00:00Z".parse().unwrap();
        let command = Command::Dispose {
            code: Code::new("300"),
            callback: Some(CallbackChoice {
                at: Some(due),
                ..CallbackChoice::default()
            }),
        };
        let actor = Actor::Agent(ada);
        let before = centre.store.history(centre.list, contact).unwrap();
        let told = centre
            .store
            .preview(centre.list, contact, actor, command.clone())
            .unwrap();
        assert_eq!(told.contact.standing, Standing::Callback { due });
        assert!(!told.because.is_empty());
        assert_eq!(centre.contact(contact).state(), "in_hand");
        assert_eq!(
            centre.store.history(centre.list, contact).unwrap(),
            before,
            "a preview leaves no trace"
        );
        let done = centre
            .store
            .record(Entry::command(centre.list, contact, actor, command))
            .unwrap();
        assert_eq!(done.contact, told.contact);
        assert_eq!(done.because, told.because);
        assert_eq!(done.attempts, told.attempts);
        centre.is_sound();
    });
}

#[test]
fn a_preview_is_refused_as_the_command_would_be() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        centre.import(1);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let contact = centre.offer(ada).unwrap();
        let ask = |contact, command| {
            let actor = Actor::Agent(ben);
            centre.store.preview(centre.list, contact, actor, command)
        };
        assert!(matches!(
            ask(contact, Command::Conclude),
            Err(RecordError::Refused(Refusal::NotInHand))
        ));
        assert!(matches!(
            ask(engine::ContactId(4_711), Command::Conclude),
            Err(RecordError::NotFound { .. })
        ));
    });
}
