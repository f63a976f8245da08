//! From what was typed to one instant, and the instants that need no typing.

use super::problem::TypedError;
use super::read::{Day, Found};
use super::words::Part;
use crate::zone::Zone;
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Span, Timestamp};

/// Hours that `h` counts from now at most; `14h` is a time that lacks its day.
const MOST_HOURS: u32 = 12;

pub(super) fn resolve(
    mut found: Found,
    now: Timestamp,
    zone: &Zone,
) -> Result<Timestamp, TypedError> {
    settle_dotted(&mut found)?;
    settle_bare(&mut found)?;
    settle_hours(&mut found)?;
    if let Some(minutes) = found.minutes {
        let says_more = found.day.is_some() || found.time.is_some() || found.part.is_some();
        if says_more || found.next_week {
            return Err(TypedError::Twice { text: found.text });
        }
        let later = now.checked_add(SignedDuration::from_mins(minutes));
        return later.map_err(|_| TypedError::NoSuchDate { text: found.text });
    }
    let time = time_of(&found, now, zone)?;
    let at = on_its_day(&found, time, now, zone)?;
    if at <= now {
        let local = zone.local(at).strftime("%Y-%m-%d %H:%M").to_string();
        return Err(TypedError::Past { local });
    }
    Ok(at)
}

/// `24.12` beside a time is a day, `14.30` beside a day is a time.
fn settle_dotted(found: &mut Found) -> Result<(), TypedError> {
    let Some((first, second)) = found.dotted.take() else {
        return Ok(());
    };
    let date = || Day::On {
        day: first,
        month: second,
        year: None,
    };
    let has_day = found.day.is_some() || found.next_week;
    let has_time = found.time.is_some() || found.bare.is_some() || found.hours.is_some();
    let can_be_date = (1..=31).contains(&first) && (1..=12).contains(&second);
    let can_be_time = first <= 23 && second <= 59;
    match (has_day, has_time) {
        (true, true) => Err(TypedError::Twice {
            text: found.text.clone(),
        }),
        (true, false) => {
            found.time = Some((first, second));
            Ok(())
        }
        (false, true) => {
            found.day = Some(date());
            Ok(())
        }
        (false, false) if can_be_date && can_be_time => Err(TypedError::Ambiguous {
            text: found.text.clone(),
            either: format!("{first}:{second:02}"),
            other: format!("{first}-{second}"),
        }),
        (false, false) if can_be_date => {
            found.day = Some(date());
            Ok(())
        }
        (false, false) => {
            found.time = Some((first, second));
            Ok(())
        }
    }
}

/// A figure alone is an hour beside a day, and might be anything without.
fn settle_bare(found: &mut Found) -> Result<(), TypedError> {
    let Some(figure) = found.bare.take() else {
        return Ok(());
    };
    if found.time.is_some() || found.hours.is_some() || found.minutes.is_some() {
        return Err(TypedError::Twice {
            text: found.text.clone(),
        });
    }
    if found.day.is_none() && found.part.is_none() && !found.next_week {
        return Err(TypedError::Ambiguous {
            text: found.text.clone(),
            either: format!("{figure}:00"),
            other: format!("+{figure} min"),
        });
    }
    found.time = Some((figure, 0));
    Ok(())
}

fn settle_hours(found: &mut Found) -> Result<(), TypedError> {
    let Some(hours) = found.hours.take() else {
        return Ok(());
    };
    if found.day.is_some() || found.part.is_some() || found.next_week {
        if found.time.replace((hours, 0)).is_some() {
            return Err(TypedError::Twice {
                text: found.text.clone(),
            });
        }
        return Ok(());
    }
    if hours > MOST_HOURS {
        return Err(TypedError::Ambiguous {
            text: found.text.clone(),
            either: format!("{hours}:00"),
            other: format!("+{hours} h"),
        });
    }
    let more = found.minutes.unwrap_or(0);
    found.minutes = Some(more.saturating_add(i64::from(hours) * 60));
    Ok(())
}

fn time_of(found: &Found, now: Timestamp, zone: &Zone) -> Result<Time, TypedError> {
    let (hour, minute) = match (found.time, found.part, found.day) {
        (Some((hour, minute)), Some(Part::Afternoon | Part::Evening), _)
            if (1..=11).contains(&hour) =>
        {
            (hour + 12, minute)
        }
        (Some(time), _, _) => time,
        (None, Some(part), _) => (part.hour(), 0),
        (None, None, Some(Day::In(_))) => return Ok(zone.local(now).time()),
        (None, None, _) => (Part::Morning.hour(), 0),
    };
    let civil = |figure: u32| i8::try_from(figure).ok();
    civil(hour)
        .zip(civil(minute))
        .and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok())
        .ok_or_else(|| TypedError::NoSuchTime {
            text: found.text.clone(),
        })
}

fn on_its_day(
    found: &Found,
    time: Time,
    now: Timestamp,
    zone: &Zone,
) -> Result<Timestamp, TypedError> {
    let today = zone.local(now).date();
    let at = |day: Date| zone.instant(day, time);
    if found.next_week {
        let monday = monday_after(today);
        return match found.day {
            None => Ok(at(monday)),
            Some(Day::Weekday(day)) => {
                let offset = i32::from(day.to_monday_zero_offset());
                Ok(at(monday.saturating_add(Span::new().days(offset))))
            }
            Some(_) => Err(TypedError::Twice {
                text: found.text.clone(),
            }),
        };
    }
    match found.day {
        None if found.time.is_none() && found.part.is_none() => Err(TypedError::Unknown {
            word: found.text.clone(),
            example: "14:30",
        }),
        None if at(today) <= now => Ok(at(today.saturating_add(Span::new().days(1)))),
        None => Ok(at(today)),
        Some(Day::Plus(days) | Day::In(days)) => today
            .checked_add(jiff::SignedDuration::from_hours(24 * i64::from(days)))
            .map(at)
            .map_err(|_| no_such_date(found)),
        Some(Day::Weekday(wanted)) => {
            let mut day = today;
            while day.weekday() != wanted || at(day) <= now || (found.next && day == today) {
                day = day.tomorrow().map_err(|_| no_such_date(found))?;
            }
            Ok(at(day))
        }
        Some(Day::On { day, month, year }) => {
            let this = u32::from(today.year().unsigned_abs());
            let first = date(day, month, year.unwrap_or(this));
            match (first, year) {
                (Some(first), None) if at(first) <= now => date(day, month, this + 1).map(at),
                (first, _) => first.map(at),
            }
            .ok_or_else(|| no_such_date(found))
        }
    }
}

fn date(day: u32, month: u32, year: u32) -> Option<Date> {
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

fn no_such_date(found: &Found) -> TypedError {
    TypedError::NoSuchDate {
        text: found.text.clone(),
    }
}

fn monday_after(today: Date) -> Date {
    let passed = i32::from(today.weekday().to_monday_zero_offset());
    today.saturating_add(Span::new().days(7 - passed))
}

/// A callback that needs no typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Preset {
    InFifteenMinutes,
    InAnHour,
    /// Today at two; not offered once that has passed.
    ThisAfternoon,
    /// Tomorrow at nine.
    TomorrowMorning,
    /// Monday at nine.
    NextWeek,
}

impl Preset {
    pub const ALL: [Self; 5] = [
        Self::InFifteenMinutes,
        Self::InAnHour,
        Self::ThisAfternoon,
        Self::TomorrowMorning,
        Self::NextWeek,
    ];

    /// A stable word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::InFifteenMinutes => "in_15_minutes",
            Self::InAnHour => "in_1_hour",
            Self::ThisAfternoon => "this_afternoon",
            Self::TomorrowMorning => "tomorrow_morning",
            Self::NextWeek => "next_week",
        }
    }

    /// The instant that is meant; none if it has passed.
    pub fn at(self, now: Timestamp, zone: &Zone) -> Option<Timestamp> {
        let today = zone.local(now).date();
        let hour = |part: Part| Time::new(i8::try_from(part.hour()).ok()?, 0, 0, 0).ok();
        let at = match self {
            Self::InFifteenMinutes => now.checked_add(SignedDuration::from_mins(15)).ok()?,
            Self::InAnHour => now.checked_add(SignedDuration::from_hours(1)).ok()?,
            Self::ThisAfternoon => zone.instant(today, hour(Part::Afternoon)?),
            Self::TomorrowMorning => zone.instant(today.tomorrow().ok()?, hour(Part::Morning)?),
            Self::NextWeek => zone.instant(monday_after(today), hour(Part::Morning)?),
        };
        (at > now).then_some(at)
    }
}

/// The presets that still lie ahead, in their usual order.
pub fn presets(now: Timestamp, zone: &Zone) -> Vec<(Preset, Timestamp)> {
    Preset::ALL
        .into_iter()
        .filter_map(|preset| Some((preset, preset.at(now, zone)?)))
        .collect()
}
