//! A roster as people write and read it: `mo-fr 14:00-; tu-fr -12:00`.

use super::{ALL_SLOTS, FIRST_MINUTE, Roster, SLOT_MINUTES, SLOTS, slot_edge};
use crate::time_of_day::TimeOfDay;
use crate::weekdays::Weekdays;
use jiff::civil::Weekday;
use std::fmt;
use std::str::FromStr;

/// Hours that several days have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub days: Weekdays,
    pub from: TimeOfDay,
    pub to: TimeOfDay,
    /// From the first hour of the roster: shown as "until 12:00".
    pub open_from: bool,
    /// To the last hour of the roster: shown as "from 14:00".
    pub open_to: bool,
}

/// One thing that is wrong with a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterProblem {
    /// The item as it was written; empty where the whole is meant.
    pub item: String,
    pub problem: String,
}

/// Everything that is wrong with a roster.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", shown(.problems))]
pub struct RosterError {
    pub problems: Vec<RosterProblem>,
}

impl Roster {
    /// Reads items separated by `;`: days, a blank, and hours on full and half hours. The start
    /// or the end of the hours may be left out.
    pub fn parse(text: &str) -> Result<Self, RosterError> {
        let mut days = [0_u32; 7];
        let mut problems = Vec::new();
        for item in text
            .split(';')
            .map(str::trim)
            .filter(|item| !item.is_empty())
        {
            match parse_item(item) {
                Ok((weekdays, slots)) => add(&mut days, weekdays, slots),
                Err(problem) => problems.push(RosterProblem {
                    item: item.to_owned(),
                    problem,
                }),
            }
        }
        if problems.is_empty() {
            Self::new(days)
        } else {
            Err(RosterError { problems })
        }
    }

    /// The same hours of several days in one line, in the order of the week.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for day in Weekdays::ALL.iter() {
            for (from, to) in hours(self.slots(day)) {
                match lines
                    .iter_mut()
                    .find(|line| (line.from, line.to) == (from, to))
                {
                    Some(line) => line.days = line.days.with(day),
                    None => lines.push(line(day, from, to)),
                }
            }
        }
        lines
    }
}

fn line(day: Weekday, from: TimeOfDay, to: TimeOfDay) -> Line {
    Line {
        days: Weekdays::NONE.with(day),
        from,
        to,
        open_from: from == slot_edge(0),
        open_to: to == slot_edge(u16::from(SLOTS)),
    }
}

/// The unbroken stretches of a day.
fn hours(slots: u32) -> impl Iterator<Item = (TimeOfDay, TimeOfDay)> {
    let mut at = 0_u16;
    std::iter::from_fn(move || {
        let left = slots.checked_shr(u32::from(at)).filter(|left| *left != 0)?;
        let first = at + u16::try_from(left.trailing_zeros()).ok()?;
        let length = u16::try_from((slots >> first).trailing_ones()).ok()?;
        at = first + length;
        Some((slot_edge(first), slot_edge(at)))
    })
}

fn add(days: &mut [u32; 7], weekdays: Weekdays, slots: u32) {
    for (day, allowed) in Weekdays::ALL.iter().zip(days.iter_mut()) {
        if weekdays.contains(day) {
            *allowed |= slots;
        }
    }
}

fn parse_item(item: &str) -> Result<(Weekdays, u32), String> {
    let Some((days, hours)) = item.rsplit_once(char::is_whitespace) else {
        return Err("days and hours, separated by a blank, such as `mo-fr 14:00-22:00`".to_owned());
    };
    let (days, hours) = (Weekdays::parse(days), parse_hours(hours));
    match (days, hours) {
        (Ok(days), Ok(slots)) => Ok((days, slots)),
        (Err(days), Err(hours)) => Err(format!("{days}; {hours}")),
        (Err(days), Ok(_)) => Err(days.to_string()),
        (Ok(_), Err(hours)) => Err(hours),
    }
}

fn parse_hours(text: &str) -> Result<u32, String> {
    let Some((from, to)) = text
        .split_once('-')
        .filter(|(from, to)| !(from.is_empty() && to.is_empty()))
    else {
        return Err(format!(
            "`{text}` is no stretch of hours: write `14:00-22:00`, `14:00-` or `-12:00`"
        ));
    };
    let from = if from.is_empty() {
        0
    } else {
        parse_edge(from)?
    };
    let to = if to.is_empty() {
        u16::from(SLOTS)
    } else {
        parse_edge(to)?
    };
    if from >= to {
        return Err(format!(
            "`{text}` ends before it begins: write the earlier time first"
        ));
    }
    let below = |edge: u16| ALL_SLOTS & !ALL_SLOTS.checked_shl(u32::from(edge)).unwrap_or(0);
    Ok(below(to) & !below(from))
}

fn parse_edge(text: &str) -> Result<u16, String> {
    TimeOfDay::parse(text)
        .and_then(|time| time.minutes().checked_sub(FIRST_MINUTE))
        .filter(|minutes| minutes % SLOT_MINUTES == 0)
        .map(|minutes| minutes / SLOT_MINUTES)
        .filter(|edge| *edge <= u16::from(SLOTS))
        .ok_or_else(|| format!("`{text}` is no full or half hour between 08:00 and 22:00"))
}

impl RosterError {
    fn whole(problem: &str) -> Self {
        Self {
            problems: vec![RosterProblem {
                item: String::new(),
                problem: problem.to_owned(),
            }],
        }
    }

    pub(super) fn nothing_allowed() -> Self {
        Self::whole(
            "allow at least one half hour: a contact with an empty roster could never be called",
        )
    }

    pub(super) fn slots() -> Self {
        Self::whole("a day has 28 half hours, 08:00 to 22:00: leave the bits above them unset")
    }
}

fn shown(problems: &[RosterProblem]) -> String {
    let texts: Vec<String> = problems.iter().map(ToString::to_string).collect();
    texts.join("\n")
}

impl fmt::Display for RosterProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.item.is_empty() {
            write!(f, "roster: {}", self.problem)
        } else {
            write!(f, "roster, at `{}`: {}", self.item, self.problem)
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { days, from, to, .. } = self;
        match (self.open_from, self.open_to) {
            (false, true) => write!(f, "{days} {from}-"),
            (true, false) => write!(f, "{days} -{to}"),
            _ => write!(f, "{days} {from}-{to}"),
        }
    }
}

impl fmt::Display for Roster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, line) in self.lines().iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{line}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Roster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Roster({self})")
    }
}

impl FromStr for Roster {
    type Err = RosterError;

    fn from_str(text: &str) -> Result<Self, RosterError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Roster {
    type Error = RosterError;

    fn try_from(text: String) -> Result<Self, RosterError> {
        Self::parse(&text)
    }
}

impl From<Roster> for String {
    fn from(roster: Roster) -> String {
        roster.to_string()
    }
}
