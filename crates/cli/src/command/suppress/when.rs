//! Days as they are typed: in the country whose numbers are meant.

use super::How;
use crate::failure::Failure;
use engine::Zone;
use jiff::Timestamp;
use jiff::civil::Date;
use lists::Country;

/// From when and until when what is typed is to hold.
pub fn span(how: &How) -> Result<(Option<Timestamp>, Option<Timestamp>), Failure> {
    let from = how.from.as_deref();
    let from = from.map(|from| beginning("--from", from, how.country));
    let until = how.until.as_deref();
    let until = until.map(|until| end("--until", until, how.country));
    let (from, until) = (from.transpose()?, until.transpose()?);
    match (from, until) {
        (Some(from), Some(until)) if until <= from => Err(Failure::of(
            "it would end before it begins: give --until a later day than --from",
        )),
        both => Ok(both),
    }
}

/// The end of that day, or the instant itself.
pub fn end(option: &str, text: &str, country: Country) -> Result<Timestamp, Failure> {
    instant(option, text, country, |date| date.tomorrow().ok())
}

/// The beginning of that day, or the instant itself.
pub fn beginning(option: &str, text: &str, country: Country) -> Result<Timestamp, Failure> {
    instant(option, text, country, Some)
}

fn instant(
    option: &str,
    text: &str,
    country: Country,
    meant: impl FnOnce(Date) -> Option<Date>,
) -> Result<Timestamp, Failure> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(instant);
    }
    let date = text.parse::<Date>().ok().and_then(meant);
    let date = date.ok_or_else(|| {
        Failure::of(format!(
            "{option} `{text}` is not a date: write it as 2027-12-31"
        ))
    })?;
    let zone = Zone::new(country.zone()).map_err(|error| Failure::of(error.to_string()))?;
    Ok(zone.start_of(date))
}
