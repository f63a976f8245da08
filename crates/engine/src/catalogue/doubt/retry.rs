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

pub(super) fn never_as_written(
    disposition: &Disposition,
    hours: Option<&Hours>,
    place: &mut Place<'_>,
) {
    let allowed = Allowed {
        roster: disposition.roster_lines.as_ref(),
        hours,
    };
    if let (Some(roster), Some(hours)) = (allowed.roster, hours)
        && never_meet(roster, hours)
    {
        place.blame(
            "roster_lines",
            format!("the roster and the law of {} have no hour in common: a contact that gets it is never offered again", hours.law.country()),
            "allow an hour that the law leaves open: see `dispo law show`",
        );
        return;
    }
    let Some(follow_up) = disposition.follow_up else {
        return;
    };
    let expressions = [Some(follow_up.expression), follow_up.initial];
    for expression in expressions.into_iter().flatten() {
        if !allowed.ever(&expression) {
            place.blame(
                "follow_up.expression",
                format!("`{expression}` never falls where roster and law let anybody be called: each time it is moved to other hours"),
                "write a time or window inside them, or leave the time out",
            );
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
