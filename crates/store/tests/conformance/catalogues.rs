//! A catalogue from draft to version, a list that moves to it, and the journal decided again.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{Catalogue, ContactId, Outcome};
use store::{FIRST_OWN_VERSION, Unmoved, Unpublished};

const SHIPPED: &str = include_str!("../../../../catalogues/callpro.toml");

/// The shipped catalogue with a busy line tried again sooner or later.
fn with_busy(after: &str) -> Catalogue {
    let text = SHIPPED.replace(
        "expression = \"TimeAdd=15m\"",
        &format!("expression = \"{after}\""),
    );
    Catalogue::parse(&text).unwrap()
}

/// Calls the next contact, which is busy; how long until it is due again.
fn busy_for(centre: &Centre) -> i64 {
    let agent = centre.agents[0];
    let contact = centre.offer(agent).expect("a contact");
    centre.call(contact, agent, Outcome::Busy);
    let card = centre.store.card(centre.list, contact).unwrap().unwrap();
    let waits = card
        .due_at
        .unwrap()
        .duration_since(card.last_attempt_at.unwrap());
    waits.as_mins()
}

#[test]
fn a_draft_becomes_a_version_that_never_changes_and_a_list_moves_to_it() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(3);
        let store = &centre.store;
        let before = store.list(centre.list).unwrap().unwrap().rules;
        let name = store.rules(before).unwrap().catalogue.name().to_owned();
        assert_eq!(
            store.publish(&name, None, "").unwrap(),
            Err(Unpublished::NoDraft)
        );
        let sooner = busy_for(&centre);
        let mut file = with_busy("TimeAdd=90m").file().clone();
        file.dispositions[0].priority = Some(3);
        store.save_draft(&file, "", 1, None).unwrap();
        let refused = store.publish(&name, None, "").unwrap().unwrap_err();
        assert!(matches!(refused, Unpublished::Problems(problems) if problems.len() == 1));
        file.dispositions[0].priority = Some(150);
        store.save_draft(&file, "", 9, None).unwrap();
        let draft = store.draft(&name).unwrap().unwrap();
        assert_eq!((draft.base, store.drafts().unwrap().len()), (1, 1));
        let version = store.publish(&name, None, "busy longer").unwrap().unwrap();
        assert_eq!(
            (version, store.draft(&name).unwrap()),
            (FIRST_OWN_VERSION, None)
        );
        let kept = store
            .catalogue_text(&name, version.into())
            .unwrap()
            .unwrap();
        assert_eq!(
            Catalogue::parse(&kept).unwrap().dispositions(),
            file.dispositions
        );
        // Nothing changes for the list until somebody says so.
        assert_eq!(store.list(centre.list).unwrap().unwrap().rules, before);
        let moved = store
            .set_catalogue(centre.list, &name, version.into())
            .unwrap()
            .unwrap();
        assert_eq!(store.list(centre.list).unwrap().unwrap().rules, moved);
        assert!(busy_for(&centre) > sooner);
        let versions = store.catalogue_versions().unwrap();
        let lists: Vec<(i64, i64)> = versions
            .iter()
            .map(|one| (one.version, one.lists))
            .collect();
        assert_eq!(lists, [(version.into(), 1), (2, 0)]);
        assert_eq!(versions[0].published.as_ref().unwrap().2, "busy longer");
        assert_eq!(
            store
                .bare_catalogue(centre.list)
                .unwrap()
                .unwrap()
                .file()
                .version,
            version
        );
        assert!(store.doctor().unwrap().differences.is_empty());
    });
}

#[test]
fn a_list_does_not_move_where_its_contacts_would_have_no_code() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let store = &centre.store;
        busy_for(&centre);
        let mut file = with_busy("TimeAdd=15m").file().clone();
        let answers = file
            .dispositions
            .iter()
            .find(|one| one.code.as_str() == "130")
            .unwrap()
            .on
            .clone();
        file.dispositions.retain(|one| one.code.as_str() != "130");
        file.dispositions
            .iter_mut()
            .find(|one| one.code.as_str() == "120")
            .unwrap()
            .on
            .extend(answers);
        store.save_draft(&file, "", 1, None).unwrap();
        let version = store.publish(&file.name, None, "").unwrap().unwrap().into();
        let moved = store
            .set_catalogue(centre.list, &file.name, version)
            .unwrap();
        assert_eq!(moved, Err(Unmoved::Codes(vec!["130".to_owned()])));
        let other = SHIPPED.replace("version = 2\n", "version = 3\n");
        assert!(
            store
                .keep_catalogue(
                    &other
                        .replace("version = 3\n", "version = 2\n")
                        .replace("Busy", "Engaged")
                )
                .is_err()
        );
        store.keep_catalogue(&other).unwrap();
        store
            .set_catalogue(centre.list, &file.name, 2)
            .unwrap()
            .unwrap();
        let gone = store.set_catalogue(centre.list, &file.name, 77).unwrap();
        assert_eq!(gone, Err(Unmoved::NoSuchVersion));
        store.save_draft(&file, "", 1, None).unwrap();
        store.drop_draft(&file.name).unwrap();
        assert_eq!(store.drafts().unwrap(), []);
    });
}

#[test]
fn the_journal_says_what_would_have_gone_differently() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(3);
        let store = &centre.store;
        let since = store.clock().now();
        busy_for(&centre);
        busy_for(&centre);
        let (one, other) = (with_busy("TimeAdd=15m"), with_busy("TimeAdd=90m"));
        let replay = store.replay(&one, &other, since).unwrap();
        assert_eq!(
            (replay.decisions, replay.contacts, replay.different),
            (2, 2, 2)
        );
        assert_eq!(replay.ways["due_later"], 2);
        let example = &replay.examples[0];
        assert_eq!(example.contact, ContactId(1).0);
        assert!(
            example.then.starts_with("130 In gesprek, unreached, due"),
            "{example:?}"
        );
        assert_eq!(store.replay(&one, &one, since).unwrap().different, 0);
        let later = store.clock().now() + jiff::SignedDuration::from_secs(1);
        assert_eq!(store.replay(&one, &other, later).unwrap().decisions, 0);
    });
}
