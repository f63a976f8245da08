//! After each commit whoever listens is told what changed, and nothing when nothing did.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{AgentCommand, Outcome};
use std::collections::BTreeSet;
use store::Hint;
use tokio::sync::broadcast::Receiver;

fn heard(hints: &mut Receiver<Hint>) -> BTreeSet<Hint> {
    let mut heard = BTreeSet::new();
    while let Ok(hint) = hints.try_recv() {
        heard.insert(hint);
    }
    heard
}

#[test]
fn a_claim_and_a_call_are_told_to_the_agent_they_concern() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        centre.import(1);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let mut hints = centre.store.changes();
        let contact = centre.offer(ada).unwrap();
        let both = BTreeSet::from([
            Hint::Agent(ada),
            Hint::Contact {
                list: centre.list,
                contact,
            },
        ]);
        assert_eq!(heard(&mut hints), both);
        // The call ends and lets go of the contact: the agent who had it is told.
        centre.call(contact, ada, Outcome::Busy);
        assert_eq!(heard(&mut hints), both);
        // Nothing for anybody: nobody is told.
        assert_eq!(centre.offer(ben), None);
        assert_eq!(heard(&mut hints), BTreeSet::new());
    });
}

#[test]
fn what_is_refused_is_not_told() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(1);
        let mut hints = centre.store.changes();
        assert!(centre.dial(ids[0], centre.agents[0]).is_err());
        assert_eq!(heard(&mut hints), BTreeSet::new());
    });
}

#[test]
fn presence_and_imports_are_told() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let mut hints = centre.store.changes();
        let ada = centre.agents[0];
        let kind = "lunch".to_owned();
        let command = AgentCommand::Break { kind };
        centre.store.agent_command(ada, command).unwrap().unwrap();
        assert_eq!(heard(&mut hints), BTreeSet::from([Hint::Agent(ada)]));
        centre.import(2);
        let told = heard(&mut hints);
        assert!(
            told.iter()
                .any(|hint| matches!(hint, Hint::Import { list, .. } if *list == centre.list)),
            "{told:?}"
        );
    });
}
