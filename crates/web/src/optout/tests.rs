use super::*;
use engine::Number;

const KEY: &str = "a key of the house";

fn link(subject: Subject, extent: Extent, scope: i64) -> OptOut {
    OptOut {
        subject,
        extent,
        scope,
        language: Language::Hungarian,
        last_day: 0,
    }
    .lasting(Timestamp::UNIX_EPOCH, 20)
}

fn signed(link: &OptOut) -> String {
    let said = link.said();
    let signature = signature(KEY, &said);
    format!("{said}-{signature}")
}

fn number() -> Subject {
    Number::new(493_023_125_018).unwrap().into()
}

#[test]
fn what_is_signed_is_read() {
    let now = Timestamp::UNIX_EPOCH;
    let person = Subject::person("ada@example.org").unwrap();
    for link in [
        link(number(), Extent::Everywhere, 0),
        link(number(), Extent::Campaign, 12),
        link(person, Extent::Advertiser, 3),
    ] {
        let token = signed(&link);
        assert!(token.len() <= 57, "{token} has {} letters", token.len());
        assert_eq!(checked(&token, KEY, now), Ok(link));
    }
}

#[test]
fn no_letter_of_it_can_be_changed() {
    let token = signed(&link(number(), Extent::Campaign, 12));
    for at in 0..token.len() {
        let mut changed = token.clone().into_bytes();
        changed[at] = if changed[at] == b'b' { b'c' } else { b'b' };
        let changed = String::from_utf8(changed).unwrap();
        let read = checked(&changed, KEY, Timestamp::UNIX_EPOCH);
        assert_eq!(read, Err(BadLink::Broken), "{changed}");
    }
    for at in 0..token.len() {
        let short = &token[..at];
        assert_eq!(
            checked(short, KEY, Timestamp::UNIX_EPOCH),
            Err(BadLink::Broken)
        );
    }
    assert_eq!(
        checked(&token, "another key", Timestamp::UNIX_EPOCH),
        Err(BadLink::Broken)
    );
}

#[test]
fn it_works_to_the_end_of_its_last_day() {
    let link = link(number(), Extent::Everywhere, 0);
    let token = signed(&link);
    let at = |second| Timestamp::from_second(second).unwrap();
    assert!(checked(&token, KEY, at(21 * SECONDS_OF_DAY - 1)).is_ok());
    assert_eq!(
        checked(&token, KEY, at(21 * SECONDS_OF_DAY)),
        Err(BadLink::Old)
    );
}
