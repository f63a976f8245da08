//! A time zone by its IANA name, and the one way from a local time to an instant.
//!
//! Twice a year a local time does not exist (the gap) or exists twice (the fold). Everything in
//! this crate that turns a date and a time into an instant goes through [`Zone::instant`], so the
//! answer is the same everywhere: the first valid instant after the gap, the first of the fold.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// A time zone of the IANA database; a clone costs one counter.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(TimeZone);

/// A name that the IANA database does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time zone: write an IANA name such as `Europe/Amsterdam` or `UTC`")]
pub struct ZoneError(String);

impl Zone {
    /// The zone without summer time, for tests and for records without a place.
    pub const UTC: Zone = Zone(TimeZone::UTC);

    /// Looks the name up in the database built into the program; upper and lower case are alike.
    pub fn new(name: &str) -> Result<Self, ZoneError> {
        match TimeZone::get(name) {
            Ok(zone) if !zone.is_unknown() && zone.iana_name().is_some() => Ok(Self(zone)),
            _ => Err(ZoneError(name.to_owned())),
        }
    }

    /// The name as the database spells it.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    pub fn time_zone(&self) -> &TimeZone {
        &self.0
    }

    /// What the clock on the wall shows at that instant.
    pub fn local(&self, at: Timestamp) -> DateTime {
        self.0.to_datetime(at)
    }

    /// The instant at which the clock on the wall first shows this time, or, when it skips it,
    /// the first instant after the skip. Beyond the calendar's ends: the nearest instant.
    pub fn instant(&self, date: Date, time: Time) -> Timestamp {
        let local = date.to_datetime(time);
        match self.0.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => at_offset(local, offset),
            AmbiguousOffset::Fold { before, .. } => at_offset(local, before),
            AmbiguousOffset::Gap { before, after } => {
                let ahead_of_gap = at_offset(local, after);
                self.0
                    .following(ahead_of_gap)
                    .find(|transition| transition.offset() == after)
                    .map_or(at_offset(local, before), |transition| {
                        transition.timestamp()
                    })
            }
        }
    }

    /// The first instant of the day.
    pub fn start_of(&self, date: Date) -> Timestamp {
        self.instant(date, Time::midnight())
    }
}

fn at_offset(local: DateTime, offset: Offset) -> Timestamp {
    offset.to_timestamp(local).unwrap_or(if local.year() > 0 {
        Timestamp::MAX
    } else {
        Timestamp::MIN
    })
}

impl FromStr for Zone {
    type Err = ZoneError;

    fn from_str(name: &str) -> Result<Self, ZoneError> {
        Self::new(name)
    }
}

impl TryFrom<String> for Zone {
    type Error = ZoneError;

    fn try_from(name: String) -> Result<Self, ZoneError> {
        Self::new(&name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.name().to_owned()
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl Hash for Zone {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn instant(zone: &str, day: Date, at: Time) -> String {
        Zone::new(zone).unwrap().instant(day, at).to_string()
    }

    #[test]
    fn an_ordinary_time_is_itself() {
        let noon = time(12, 0, 0, 0);
        assert_eq!(
            instant("Europe/Amsterdam", date(2026, 7, 1), noon),
            "2026-07-01T10:00:00Z"
        );
        assert_eq!(
            instant("Asia/Kolkata", date(2026, 7, 1), noon),
            "2026-07-01T06:30:00Z"
        );
    }

    #[test]
    fn a_time_in_the_gap_is_the_first_valid_instant() {
        let half_past_two = time(2, 30, 0, 0);
        assert_eq!(
            instant("Europe/Amsterdam", date(2026, 3, 29), half_past_two),
            "2026-03-29T01:00:00Z"
        );
        assert_eq!(
            instant("America/New_York", date(2026, 3, 8), half_past_two),
            "2026-03-08T07:00:00Z"
        );
        // Lord Howe moves by half an hour only: 02:00 becomes 02:30.
        assert_eq!(
            instant("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15, 0, 0)),
            "2026-10-03T15:30:00Z"
        );
        // Samoa left out the whole of 30 December 2011.
        assert_eq!(
            instant("Pacific/Apia", date(2011, 12, 30), time(12, 0, 0, 0)),
            "2011-12-30T10:00:00Z"
        );
    }

    #[test]
    fn a_time_in_the_fold_is_the_first_of_the_two() {
        let half_past = time(2, 30, 0, 0);
        assert_eq!(
            instant("Europe/Amsterdam", date(2026, 10, 25), half_past),
            "2026-10-25T00:30:00Z"
        );
        assert_eq!(
            instant("America/New_York", date(2026, 11, 1), time(1, 30, 0, 0)),
            "2026-11-01T05:30:00Z"
        );
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_break_it() {
        let zone = Zone::new("Europe/Amsterdam").unwrap();
        let midnight = Time::midnight();
        assert_eq!(zone.instant(Date::MIN, midnight), Timestamp::MIN);
        assert!(zone.instant(Date::MAX, Time::MAX) > zone.instant(date(9990, 1, 1), midnight));
    }

    #[test]
    fn names_are_checked_and_spelled_as_the_database_does() {
        assert_eq!(
            Zone::new("europe/amsterdam").unwrap().name(),
            "Europe/Amsterdam"
        );
        assert_eq!(Zone::new("UTC").unwrap(), Zone::UTC);
        for wrong in ["", "Europe/Amsterdm", "CEST", "+02:00", "Etc/Unknown"] {
            let error = Zone::new(wrong).unwrap_err().to_string();
            assert!(error.contains("Europe/Amsterdam"), "{error}");
        }
    }

    #[test]
    fn serde_is_the_name() {
        let zone: Zone = serde_json::from_str("\"Asia/Kolkata\"").unwrap();
        assert_eq!(serde_json::to_string(&zone).unwrap(), "\"Asia/Kolkata\"");
        assert!(serde_json::from_str::<Zone>("\"Mars\"").is_err());
    }
}
