//! Reads a jurisdiction file: every problem of every rule, each with its line.

mod duty;

use super::calendar::{DayOfYear, Moves};
use super::day::{Calendar, Closed, Cutoff, Holiday, Hours, Scope};
use super::figure::{Dated, Figure, Ring};
use super::period::Period;
use super::problem::Problems;
use super::rule::{RuleRef, Warning};
use super::section::{Section, Wrong};
use super::standing::Standing;
use super::{Law, LawProblem, value};
use crate::contact_kind::ContactKind;
use crate::weekdays::Weekdays;
use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

pub fn read(text: &str, file_name: &str) -> Result<Law, Vec<LawProblem>> {
    let mut problems = Problems::new(file_name, text);
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        problems.add(
            error.span(),
            "",
            error.message(),
            "write `key = value`, texts in quotes",
        );
    }
    // What follows on the same line is mostly a consequence of the first.
    problems.list.dedup_by_key(|problem| problem.line);
    let law = if errors.is_empty() {
        let root = Section::new(document.get_ref(), document.span(), "");
        File::new(&mut problems).law(root)
    } else {
        None
    };
    problems.list.sort_by_key(|problem| problem.line);
    law.filter(|_| problems.list.is_empty())
        .ok_or(problems.list)
}

struct File<'p, 't> {
    problems: &'p mut Problems<'t>,
    /// The country in small letters: the beginning of every rule's id.
    prefix: String,
    rules: Vec<(String, Period)>,
    warnings: Vec<Warning>,
    standing: Vec<Standing>,
}

impl<'p, 't> File<'p, 't> {
    fn new(problems: &'p mut Problems<'t>) -> Self {
        Self {
            problems,
            prefix: String::new(),
            rules: Vec::new(),
            warnings: Vec::new(),
            standing: Vec::new(),
        }
    }

    fn law(mut self, mut root: Section<'_>) -> Option<Law> {
        let country = root.required("country", self.problems, value::country);
        self.prefix = country.clone().unwrap_or_default().to_ascii_lowercase();
        let version = root.required("version", self.problems, value::text);
        let zone = root.required("zone", self.problems, value::zone);
        let calendar = Calendar {
            hours: self.each(&mut root, "hours", Self::hours),
            closed: self.each(&mut root, "closed", Self::closed),
            cutoffs: self.each(&mut root, "cutoff", Self::cutoff),
            holidays: self.each(&mut root, "holiday", Self::holiday),
        };
        let min_gap = self.figure(&mut root, "min_gap", |section, problems| {
            section.required("minutes", problems, value::minutes)
        });
        let dials_per_day = self.figure(&mut root, "dials_per_day", |section, problems| {
            section.required("dials", problems, value::count)
        });
        let ring = self.figure(&mut root, "ring", ring);
        let abandoned_message = self.figure(&mut root, "abandoned_message", |section, problems| {
            section.required("seconds", problems, value::seconds)
        });
        let duties = self.duties(&mut root);
        let grounds = self.each(&mut root, "consent", Self::needs_ground);
        let terms = self.each(&mut root, "consent_term", Self::term);
        root.finish(self.problems);
        Some(Law {
            country: country?,
            version: version?,
            zone: zone?,
            calendar,
            min_gap,
            dials_per_day,
            ring,
            abandoned_message,
            needs_ground: grounds,
            terms,
            duties,
            warnings: self.warnings,
            standing: self.standing,
        })
    }

    fn each<T>(
        &mut self,
        root: &mut Section<'_>,
        key: &'static str,
        read: impl Fn(&mut Self, &mut Section<'_>) -> Option<T>,
    ) -> Vec<T> {
        let sections = root.entries(key, self.problems);
        let read_one = |mut section: Section<'_>| {
            let rule = read(self, &mut section);
            section.finish(self.problems);
            rule
        };
        sections.into_iter().filter_map(read_one).collect()
    }

    fn figure<T>(
        &mut self,
        root: &mut Section<'_>,
        key: &'static str,
        read: impl Fn(&mut Section<'_>, &mut Problems<'_>) -> Option<T>,
    ) -> Dated<T> {
        let figures = self.each(root, key, |file, section| {
            let value = read(section, file.problems);
            let (rule, period) = file.head(section)?;
            Some((
                period,
                Figure {
                    value: value?,
                    rule,
                },
            ))
        });
        let mut dated = Dated::default();
        for (period, figure) in figures {
            dated.add(period, figure);
        }
        dated
    }

    fn hours(&mut self, section: &mut Section<'_>) -> Option<Hours> {
        let scope = self.scope(section);
        let days = section.required("days", self.problems, value::days);
        let open = section.required("open", self.problems, value::time);
        let close = section.required("close", self.problems, value::time);
        if open.zip(close).is_some_and(|(open, close)| open >= close) {
            let write = "write the earlier time as `open`";
            section.blame(self.problems, "the hours end before they begin", write);
        }
        Some(Hours {
            scope: scope?,
            days: days?,
            open: open?,
            close: close?,
        })
    }

    fn closed(&mut self, section: &mut Section<'_>) -> Option<Closed> {
        let scope = self.scope(section);
        let days = section.optional("days", self.problems, value::days);
        let holidays = section.optional("holidays", self.problems, value::yes_or_no);
        let (days, holidays) = (days.unwrap_or(Weekdays::NONE), holidays.unwrap_or(false));
        if days.is_empty() && !holidays {
            let write = "write `days = \"su\"`, `holidays = true` or both";
            section.blame(self.problems, "the rule closes no day", write);
        }
        Some(Closed {
            scope: scope?,
            days,
            holidays,
        })
    }

    fn cutoff(&mut self, section: &mut Section<'_>) -> Option<Cutoff> {
        let scope = self.scope(section);
        let on = self.day_of_year(section);
        let close = section.required("close", self.problems, value::time);
        Some(Cutoff {
            scope: scope?,
            on: on?,
            close: close?,
        })
    }

    fn holiday(&mut self, section: &mut Section<'_>) -> Option<Holiday> {
        let named = self.named_head(section);
        let on = self.day_of_year(section);
        let (rule, period) = named?;
        Some(Holiday {
            rule,
            period,
            on: on?,
        })
    }

    fn day_of_year(&mut self, section: &mut Section<'_>) -> Option<DayOfYear> {
        let on = section.required("on", self.problems, value::day_of_year);
        let if_saturday = section.optional("if_saturday", self.problems, value::shift);
        let if_sunday = section.optional("if_sunday", self.problems, value::shift);
        let moves = Moves {
            if_saturday: if_saturday.unwrap_or(0),
            if_sunday: if_sunday.unwrap_or(0),
        };
        match on? {
            DayOfYear::Fixed { month, day, .. } => Some(DayOfYear::Fixed { month, day, moves }),
            on if moves == Moves::default() => Some(on),
            _ => {
                let wrong = "a day that moves with Easter or is counted keeps its weekday";
                let write = "leave `if_saturday` and `if_sunday` out";
                section.blame(self.problems, wrong, write);
                None
            }
        }
    }

    fn scope(&mut self, section: &mut Section<'_>) -> Option<Scope> {
        let named = self.named_head(section);
        let kinds = section.optional("kinds", self.problems, value::kinds);
        let (rule, period) = named?;
        let kinds = kinds.unwrap_or_else(|| ContactKind::ALL.to_vec());
        Some(Scope {
            rule,
            period,
            kinds,
        })
    }

    /// The head of a rule of which its table has several.
    fn named_head(&mut self, section: &mut Section<'_>) -> Option<(RuleRef, Period)> {
        let id = section.required("id", self.problems, value::id);
        if let Some(id) = &id {
            section.place = format!("{}.{id}", section.place);
        }
        let head = self.head(section);
        id.and(head)
    }

    fn head(&mut self, section: &mut Section<'_>) -> Option<(RuleRef, Period)> {
        let text = section.required("text", self.problems, value::text);
        let source = section.required("source", self.problems, value::text);
        let certain = section.required("certain", self.problems, value::yes_or_no);
        let period = self.period(section);
        let (text, source, certain) = (text?, source?, certain?);
        if certain && source == "ours" {
            let write = "write `certain = false`, or name the source";
            section.blame(self.problems, "our own figure cannot be certain", write);
        }
        let rule = RuleRef::new(format!("{}.{}", self.prefix, section.place), text, source);
        self.refuse_overlap(section, period?);
        self.standing.extend(period.map(|period| Standing {
            rule: rule.clone(),
            period,
            certain,
            line: section.line(self.problems),
        }));
        if !certain {
            self.warnings.push(Warning { rule: rule.clone() });
        }
        Some((rule, period?))
    }

    fn period(&mut self, section: &mut Section<'_>) -> Option<Period> {
        let first = self.date(section, "from", Date::MIN)?;
        let last = self.date(section, "until", Date::MAX)?;
        if first > last {
            let write = "write the first day as `from`, the last as `until`";
            section.blame(self.problems, "the rule ends before it begins", write);
            return None;
        }
        Some(Period { first, last })
    }

    /// The date of the key, the default without the key, none if it is wrong.
    fn date(
        &mut self,
        section: &mut Section<'_>,
        key: &'static str,
        default: Date,
    ) -> Option<Date> {
        let read = |value: &DeValue<'_>| -> Result<Date, Wrong> { value::date(value) };
        let before = self.problems.list.len();
        let date = section.optional(key, self.problems, read);
        (self.problems.list.len() == before).then(|| date.unwrap_or(default))
    }

    fn refuse_overlap(&mut self, section: &Section<'_>, period: Period) {
        let twice =
            |(place, other): &(String, Period)| *place == section.place && other.overlaps(period);
        if self.rules.iter().any(twice) {
            let write = "end the older one with `until` the day before, or choose another id";
            section.blame(
                self.problems,
                "two rules of this name hold on the same days",
                write,
            );
        }
        self.rules.push((section.place.clone(), period));
    }
}

fn ring(section: &mut Section<'_>, problems: &mut Problems<'_>) -> Option<Ring> {
    let min = section.optional("min_seconds", problems, value::seconds);
    let max = section.optional("max_seconds", problems, value::seconds);
    if min.is_none() && max.is_none() {
        section.blame(
            problems,
            "the rule has no figure",
            "add `min_seconds` or `max_seconds`",
        );
    }
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        section.blame(
            problems,
            "it must ring longer than it may",
            "raise `max_seconds`",
        );
    }
    Some(Ring { min, max })
}
