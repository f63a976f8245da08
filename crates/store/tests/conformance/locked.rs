//! Numbers that the telephone provider bars.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::Number;
use store::Prefix;

fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap()
}

#[test]
fn a_barred_number_is_not_dialled_and_closes_whoever_has_no_other() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let agent = centre.agents[0];
        let (barred, free) = (493_023_125_001, 31_200_000_001);
        let ids = centre.import_all(vec![contact(1, &[barred]), contact(2, &[barred + 1, free])]);
        centre
            .store
            .lock_numbers(vec![(prefix("+49 30 231"), "support says so".to_owned())])
            .unwrap();
        // The first has no other number and is closed as it comes up; the second has.
        assert_eq!(centre.offer(agent), Some(ids[1]));
        assert_eq!(centre.contact(ids[0]).code.as_str(), "230");
        let refused = centre.dial_number(ids[1], agent, 0).unwrap_err();
        assert!(refused.to_string().contains("provider_locked"), "{refused}");
        centre.dial_number(ids[1], agent, 1).unwrap();
        centre.is_sound();
    });
}

#[test]
fn what_begins_so_is_barred_until_the_provider_lifts_it() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let store = &centre.store;
        let numbers: Vec<Number> = [31_900_123_456, 31_201_234_567, 31_900_999_999]
            .into_iter()
            .map(|digits| Number::new(digits).unwrap())
            .collect();
        let barred = || {
            let mut all: Vec<u64> = store.locked_among(&numbers).unwrap().into_iter().collect();
            all.sort_unstable();
            all
        };
        assert_eq!(barred(), [0_u64; 0]);
        let note = |text: &str| vec![(prefix("31900"), text.to_owned())];
        store.lock_numbers(note("premium")).unwrap();
        store.lock_numbers(note("premium numbers")).unwrap();
        let all = store.locked_numbers().unwrap();
        assert_eq!((all.len(), all[0].note.as_str()), (1, "premium numbers"));
        assert_eq!(barred(), [31_900_123_456, 31_900_999_999]);
        assert!(store.unlock_number(prefix("+31 900")).unwrap());
        assert!(!store.unlock_number(prefix("+31 900")).unwrap());
        assert_eq!(barred(), [0_u64; 0]);
    });
}
