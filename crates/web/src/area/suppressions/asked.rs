//! A number and a day as a supervisor types them.

use crate::failure::Failure;
use engine::catalogue::Extent;
use engine::{Number, Zone};
use jiff::Timestamp;
use jiff::civil::Date;
use lists::{Country, phone};
use store::{Store, Subject};

/// A number, an e-mail address, or a domain. What has neither an @ nor a full stop between letters
/// is a number.
pub fn subject(store: &Store, text: &str) -> Result<Option<Subject>, Failure> {
    let text = text.trim();
    if is_domain(text) {
        return Ok(Subject::domain(text));
    }
    if text.contains('@') {
        return Ok(Subject::person(text));
    }
    Ok(number(store, text)?.map(Subject::Number))
}

/// Meant as a domain, be it one or not.
pub fn is_domain(text: &str) -> bool {
    let text = text.trim();
    let name = text.strip_prefix('@').unwrap_or(text);
    !name.contains('@') && name.contains('.') && name.contains(char::is_alphabetic)
}

/// Numbers without a country are of the country of the first list.
fn number(store: &Store, text: &str) -> Result<Option<Number>, Failure> {
    let lists = store.lists()?;
    let country = lists.first().and_then(|list| list.country.parse().ok());
    Ok(phone::parse(text, country.unwrap_or(Country::Nl)).ok())
}

/// Where it is to hold, as the form's choice says it.
pub fn place(text: &str) -> Option<(Extent, i64)> {
    match text.split_once('-') {
        None if text.is_empty() => Some((Extent::Everywhere, 0)),
        Some(("campaign", id)) => Some((Extent::Campaign, id.parse().ok()?)),
        Some(("advertiser", id)) => Some((Extent::Advertiser, id.parse().ok()?)),
        _ => None,
    }
}

/// The beginning of the first day on which it holds: none when nothing was typed.
pub fn beginning(text: &str, zone: &Zone) -> Result<Option<Timestamp>, ()> {
    match text.trim() {
        "" => Ok(None),
        text => {
            let date = text.parse::<Date>().map_err(|_| ())?;
            Ok(Some(zone.start_of(date)))
        }
    }
}

/// The end of the last day on which it holds: none when nothing was typed.
pub fn end(text: &str, zone: &Zone, now: Timestamp) -> Result<Option<Timestamp>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let next = text.parse::<Date>().and_then(Date::tomorrow);
    let end = next.map(|next| zone.start_of(next)).map_err(|_| ())?;
    if end > now { Ok(Some(end)) } else { Err(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_counts_and_one_that_is_over_is_none() {
        let zone = Zone::new("Europe/Amsterdam").unwrap();
        let now: Timestamp = Timestamp::UNIX_EPOCH;
        assert_eq!(end(" ", &zone, now), Ok(None));
        let end_of_day = end("1970-01-02", &zone, now);
        assert_eq!(
            end_of_day.map(|end| end.map(|end| end.to_string())),
            Ok(Some("1970-01-02T23:00:00Z".to_owned()))
        );
        assert_eq!(end("1969-12-30", &zone, now), Err(()));
        assert_eq!(end("tomorrow", &zone, now), Err(()));
    }

    #[test]
    fn a_domain_is_told_from_a_number_and_an_address() {
        for domain in ["example.org", "@example.org", " post.example.org "] {
            assert!(is_domain(domain), "{domain}");
        }
        for other in ["ada@example.org", "030.123.456", "+49 30 1", ""] {
            assert!(!is_domain(other), "{other}");
        }
    }

    #[test]
    fn a_place_is_a_kind_with_its_id_or_everywhere() {
        assert_eq!(place(""), Some((Extent::Everywhere, 0)));
        assert_eq!(place("campaign-3"), Some((Extent::Campaign, 3)));
        assert_eq!(place("advertiser-1"), Some((Extent::Advertiser, 1)));
        for wrong in ["3", "list-3", "campaign-", "campaign-x"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_first_day_begins_at_midnight() {
        let zone = Zone::new("Europe/Amsterdam").unwrap();
        let first = beginning("1970-01-02", &zone).map(|at| at.map(|at| at.to_string()));
        assert_eq!(first, Ok(Some("1970-01-01T23:00:00Z".to_owned())));
        assert_eq!(beginning(" ", &zone), Ok(None));
        assert_eq!(beginning("soon", &zone), Err(()));
    }
}
