//! Files on their way into a list, what their columns meant, and all lists at a glance.

use crate::centre::{Centre, add_list};
use crate::support::with_both;
use engine::{Outcome, Settings};
use jiff::SignedDuration;
use store::{Described, Extent, Hint, NewUpload, Store, UploadNews, UploadPurpose, UploadState};

fn described(how: &str) -> Described {
    Described {
        reading: "{}".to_owned(),
        definition: None,
        how: how.to_owned(),
    }
}

fn add(store: &Store, stored: &str) -> i64 {
    let new = NewUpload {
        purpose: UploadPurpose::List,
        list: None,
        file: "spring.csv".to_owned(),
        stored: stored.to_owned(),
        size: 12,
        described: described("{}"),
        user: None,
    };
    store.add_upload(new).unwrap()
}

fn to(store: &Store, id: i64, from: &[UploadState], to: UploadState) -> bool {
    store
        .advance_upload(id, from, to, UploadNews::default())
        .unwrap()
}

#[test]
fn an_upload_goes_from_step_to_step() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let store = &centre.store;
        let id = add(store, "one");
        let there = store.upload(id).unwrap().unwrap();
        assert_eq!(
            (there.state, there.list, there.size),
            (UploadState::Open, None, 12)
        );
        let mut hints = store.changes();
        let said = Described {
            definition: Some("truncate = true".to_owned()),
            ..described("{\"mode\":\"update\"}")
        };
        assert!(
            store
                .describe_upload(id, Some(centre.list), said.clone())
                .unwrap()
        );
        assert_eq!(hints.try_recv().unwrap(), Hint::Upload(id));
        let there = store.upload(id).unwrap().unwrap();
        assert_eq!((there.list, &there.described), (Some(centre.list), &said));
        assert!(to(
            store,
            id,
            &[UploadState::Checked, UploadState::Open],
            UploadState::Checking
        ));
        assert!(
            !to(store, id, &[UploadState::Open], UploadState::Checking),
            "once only"
        );
        assert!(
            !store.describe_upload(id, None, said.clone()).unwrap(),
            "not while it is worked on"
        );
        assert_eq!(store.forget_upload(id).unwrap(), None, "nor forgotten");
        let news = UploadNews {
            outlook: Some("{}".to_owned()),
            ..UploadNews::default()
        };
        let (from, checked) = ([UploadState::Checking], UploadState::Checked);
        assert!(store.advance_upload(id, &from, checked, news).unwrap());
        let news = UploadNews {
            import: Some(7),
            problem: Some("broken".to_owned()),
            ..UploadNews::default()
        };
        assert!(
            store
                .advance_upload(id, &[checked], UploadState::Broken, news)
                .unwrap()
        );
        let there = store.upload(id).unwrap().unwrap();
        assert_eq!(
            (there.import, there.outlook.as_deref()),
            (Some(7), Some("{}"))
        );
        assert_eq!(there.problem.as_deref(), Some("broken"));
        assert!(store.describe_upload(id, Some(centre.list), said).unwrap());
        let there = store.upload(id).unwrap().unwrap();
        assert_eq!(
            (there.outlook, there.problem),
            (None, None),
            "what was found holds no longer"
        );
        assert_eq!(store.uploads().unwrap().len(), 1);
        assert_eq!(store.forget_upload(id).unwrap().as_deref(), Some("one"));
        assert_eq!(store.upload(id).unwrap(), None);
    });
}

#[test]
fn what_nobody_touches_grows_stale_unless_it_is_worked_on() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let store = &centre.store;
        let (left, working) = (add(store, "left"), add(store, "working"));
        assert!(to(
            store,
            working,
            &[UploadState::Open],
            UploadState::Checking
        ));
        let week = SignedDuration::from_hours(7 * 24);
        assert!(store.stale_uploads(week).unwrap().is_empty());
        centre.pass(8 * 24 * 60);
        let fresh = add(store, "fresh");
        assert_eq!(store.stale_uploads(week).unwrap(), [left]);
        assert!(store.upload(fresh).unwrap().is_some());
    });
}

#[test]
fn a_definition_is_kept_by_list_and_header() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (store, list) = (&centre.store, centre.list);
        assert_eq!(store.saved_definition(list, "a").unwrap(), None);
        store.save_definition(list, "a", "one", "{}").unwrap();
        store
            .save_definition(list, "a", "two", "{\"mode\":\"update\"}")
            .unwrap();
        store.save_definition(list, "b", "three", "{}").unwrap();
        let kept = store.saved_definition(list, "a").unwrap().unwrap();
        assert_eq!(kept, ("two".to_owned(), "{\"mode\":\"update\"}".to_owned()));
        assert_eq!(
            store.saved_definition(engine::ListId(99), "a").unwrap(),
            None
        );
    });
}

#[test]
fn all_lists_at_a_glance_say_what_each_says_alone() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let empty = add_list(&centre.store, "empty", Settings::default());
        centre.import(5);
        let contact = centre.offer(centre.agents[0]).unwrap();
        centre.call(contact, centre.agents[0], Outcome::Busy);
        let overview = centre.store.lists_overview().unwrap();
        assert_eq!(overview.len(), centre.store.lists().unwrap().len());
        for one in &overview {
            assert_eq!(one.stock, centre.store.stock(one.list.id).unwrap());
            assert_eq!(one.imported_at.is_some(), one.list.id == centre.list);
            let links = centre.store.links(one.list.id).unwrap();
            assert_eq!(one.campaigns.len(), links.len());
        }
        assert!(overview.iter().any(|one| one.list.id == empty));
        let import = centre.store.imports(centre.list).unwrap()[0].id;
        let extent = centre.store.import_extent(centre.list, import).unwrap();
        assert_eq!(
            extent,
            Extent {
                contacts: 5,
                touched: 1
            }
        );
    });
}
