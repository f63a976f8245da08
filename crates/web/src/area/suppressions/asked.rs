//! A number and a day as a supervisor types them.

use crate::failure::Failure;
use engine::{Number, Zone};
use jiff::Timestamp;
use jiff::civil::Date;
use lists::{Country, phone};
use store::Store;

/// Numbers without a country are of the country of the first list.
pub fn number(store: &Store, text: &str) -> Result<Option<Number>, Failure> {
    let lists = store.lists()?;
    let country = lists.first().and_then(|list| list.country.parse().ok());
    Ok(phone::parse(text, country.unwrap_or(Country::Nl)).ok())
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
}
