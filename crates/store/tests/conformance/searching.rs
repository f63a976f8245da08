//! Contacts are found by what people remember of them.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::{ContactId, Outcome};
use store::{AttemptSearch, Batch, Mode, Search};

fn found(centre: &Centre, text: &str) -> Vec<ContactId> {
    let search = Search {
        text: text.to_owned(),
        limit: 10,
        ..Search::default()
    };
    let hits = centre.store.search(&search).unwrap();
    hits.into_iter().map(|hit| hit.row.id).collect()
}

fn with_numbers(centre: &Centre) -> Vec<ContactId> {
    let import = centre
        .store
        .begin_import(centre.list, Mode::Append, "f", "f")
        .unwrap();
    let contacts = vec![
        contact(1, &[493_023_125_001]),
        contact(2, &[493_023_125_012, 493_023_125_013]),
        contact(3, &[493_023_125_102]),
    ];
    let batch = Batch {
        contacts,
        ..Batch::default()
    };
    centre.store.stage(&import, batch).unwrap();
    centre.store.make_live(import.id).unwrap();
    found(centre, "person")
}

#[test]
fn by_a_part_of_a_field_in_any_case() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = with_numbers(&centre);
        assert_eq!(ids.len(), 3);
        assert_eq!(found(&centre, "PERSON 2"), [ids[1]]);
        assert_eq!(
            found(&centre, "person%"),
            [],
            "no pattern but the text itself"
        );
    });
}

#[test]
fn by_how_a_number_begins() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = with_numbers(&centre);
        assert_eq!(found(&centre, "+49 30 23125 0"), [ids[0], ids[1]]);
        assert_eq!(found(&centre, "0049 30 23125 013"), [ids[1]]);
        assert_eq!(found(&centre, "+49 30 23126"), []);
    });
}

#[test]
fn by_key_and_by_what_it_is() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = with_numbers(&centre);
        assert_eq!(found(&centre, "K3"), [ids[2]]);
        let ada = centre.agents[0];
        let tried = centre.offer(ada).unwrap();
        centre.call(tried, ada, Outcome::Busy);
        let unreached = Search {
            state: Some("unreached".to_owned()),
            limit: 10,
            ..Search::default()
        };
        let hits = centre.store.search(&unreached).unwrap();
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].row.id, tried);
    });
}

#[test]
fn page_by_page_each_comes_once() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = with_numbers(&centre);
        let mut search = Search {
            limit: 2,
            ..Search::default()
        };
        let first = centre.store.search(&search).unwrap();
        search.after = first.last().map(|hit| (hit.list, hit.row.id));
        let second = centre.store.search(&search).unwrap();
        let all: Vec<ContactId> = first.iter().chain(&second).map(|hit| hit.row.id).collect();
        assert_eq!(all, ids);
    });
}

#[test]
fn attempts_are_found_by_what_they_were_newest_first() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(3);
        let agent = centre.agents[0];
        for outcome in [Outcome::NoAnswer, Outcome::Busy, Outcome::NoAnswer] {
            let id = centre.offer(agent).unwrap();
            centre.call(id, agent, outcome);
            centre.pass(1);
        }
        let find = |search: AttemptSearch| {
            let search = AttemptSearch {
                limit: 10,
                ..search
            };
            let found = centre.store.find_attempts(&search).unwrap();
            found
                .into_iter()
                .map(|tried| tried.contact)
                .collect::<Vec<_>>()
        };
        let all = find(AttemptSearch::default());
        assert_eq!(all, [ContactId(3), ContactId(2), ContactId(1)]);
        let code = Some(engine::Code::new("120"));
        let coded = find(AttemptSearch {
            code,
            ..AttemptSearch::default()
        });
        assert_eq!(coded, [ContactId(3), ContactId(1)]);
        let outcome = Some(Outcome::Busy);
        let busy = find(AttemptSearch {
            outcome,
            ..AttemptSearch::default()
        });
        assert_eq!(busy, [ContactId(2)]);
        let number = Some(engine::Number::new(493_023_125_001).unwrap());
        let dialled = find(AttemptSearch {
            number,
            agent: Some(agent),
            list: Some(centre.list),
            ..AttemptSearch::default()
        });
        assert_eq!(dialled, [ContactId(1)]);
        let first = AttemptSearch {
            limit: 1,
            ..AttemptSearch::default()
        };
        let first = centre.store.find_attempts(&first).unwrap();
        let behind = Some(first[0].place());
        let rest = find(AttemptSearch {
            behind,
            ..AttemptSearch::default()
        });
        assert_eq!(rest, [ContactId(2), ContactId(1)]);
        let until = Some(first[0].attempt.coded_at);
        let before = find(AttemptSearch {
            until,
            ..AttemptSearch::default()
        });
        assert_eq!(before, rest);
    });
}
