//! Follow-ups that roster and law never let happen when they say.

use super::super::Disposition;
use super::super::problem::Place;
use crate::callback::{Expression, TimePart};
use crate::contact_kind::ContactKind;
use crate::law::{Law, Window};
use crate::offerable::offerable;
use crate::roster::Roster;
use crate::time_of_day::TimeOfDay;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

/// So many days are looked at: every weekday, and more than one holiday.
const DAYS: usize = 28;
const STEP: usize = 15;

/// The law a catalogue is to be used under, from an instant on.
#[derive(Debug, Clone)]
pub struct Hours {
    pub law: Law,
    pub from: Timestamp,
}

/// When a contact may be called: what the code's roster leaves, and the law if it is known.
struct Allowed<'a> {
    roster: Option<&'a Roster>,
    hours: Option<&'a Hours>,
}

/// Under each law, or by the roster alone where none is known.
pub(super) fn never_as_written(disposition: &Disposition, hours: &[Hours], place: &mut Place<'_>) {
    let roster = disposition.roster_lines.as_ref();
    if hours.is_empty() {
        let allowed = Allowed {
            roster,
            hours: None,
        };
        for expression in allowed.never(disposition) {
            let parts = [("expression", expression.as_str())];
            place.blame("follow_up.expression", "never-falls-roster", &parts);
        }
    }
    for hours in hours {
        let country = hours.law.country();
        if roster.is_some_and(|roster| never_meet(roster, hours)) {
            place.blame("roster_lines", "never-meet", &[("country", country)]);
            continue;
        }
        let allowed = Allowed {
            roster,
            hours: Some(hours),
        };
        for expression in allowed.never(disposition) {
            let parts = [("expression", expression.as_str()), ("country", country)];
            place.blame("follow_up.expression", "never-falls", &parts);
        }
    }
}

fn never_meet(roster: &Roster, hours: &Hours) -> bool {
    let zone = hours.law.zone();
    offerable(
        hours.from,
        Some(roster),
        &hours.law,
        zone,
        ContactKind::Consumer,
    )
    .is_none()
}

impl Allowed<'_> {
    /// The expressions of a code that never fall where they say.
    fn never(&self, disposition: &Disposition) -> Vec<String> {
        let follow_up = disposition.follow_up;
        let expressions =
            follow_up.map(|follow_up| [Some(follow_up.expression), follow_up.initial]);
        let expressions = expressions.into_iter().flatten().flatten();
        expressions
            .filter(|expression| !self.ever(expression))
            .map(|expression| expression.to_string())
            .collect()
    }

    /// Whether the hours that an expression names are ever allowed. One that names none may
    /// fall anywhere.
    fn ever(&self, expression: &Expression) -> bool {
        let minutes: Vec<u16> = match (expression.time, expression.frame) {
            (_, Some(frame)) => {
                let (start, end) = (TimeOfDay::of(frame.start()), frame.end());
                (start.minutes()..end.minutes()).step_by(STEP).collect()
            }
            (Some(TimePart::At(time)), None) => vec![TimeOfDay::of(time).minutes()],
            _ => return true,
        };
        let times: Vec<Time> = minutes
            .into_iter()
            .filter_map(|minute| TimeOfDay::from_minutes(minute)?.time())
            .collect();
        let first = self.first_day();
        let days = first.series(jiff::ToSpan::days(1)).take(DAYS);
        days.filter(|day| {
            expression
                .days
                .is_none_or(|days| days.contains(day.weekday()))
        })
        .any(|day| times.iter().any(|time| self.allows(day, *time)))
    }

    fn first_day(&self) -> Date {
        self.hours.map_or(Date::ZERO, |hours| {
            hours.law.zone().local(hours.from).date()
        })
    }

    fn allows(&self, day: Date, time: Time) -> bool {
        let in_roster = self
            .roster
            .is_none_or(|roster| roster.allows_at(day.weekday(), time));
        in_roster && self.hours.is_none_or(|hours| is_open(hours, day, time))
    }
}

fn is_open(hours: &Hours, day: Date, time: Time) -> bool {
    let zone = hours.law.zone();
    let at = zone.instant(day, time);
    let window = hours.law.window(at, zone, ContactKind::Consumer);
    matches!(window, Window::Open { .. })
}
