//! Limits as stated, counted again from the results alone.

use super::play::{Step, histories};
use engine::catalogue::{Catalogue, Disposition, FinalFor, Kind, Offering};
use engine::{Because, Code, Command, Counter, Event, LimitKind, Limits, Outcome, Rules};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// The counts as the manual states them, kept without the engine.
#[derive(Default)]
struct Tally {
    attempts: u32,
    misses: u32,
    callbacks: u32,
    run: u32,
    last: Option<Code>,
    is_callback: bool,
    first_miss: Option<Timestamp>,
    first_callback: Option<Timestamp>,
    /// How attempts ended, as far as windows count them.
    tried: Vec<Outcome>,
    /// Misses by cause, where the cause limits them.
    causes: BTreeMap<Code, u32>,
    /// The right person was reached, where that ends the limits.
    lapsed: bool,
}

impl Tally {
    /// Under a catalogue that scores, limits end once the right person was reached.
    fn hear(&mut self, code: &Disposition, rules: &Rules) {
        let right = code.contact_priority.is_some_and(|priority| priority >= 4);
        self.lapsed |= right && rules.catalogue.offering() == Offering::Score;
    }

    /// Whether a window that counts all there ever was is full.
    fn window(&self, rules: &Rules) -> Option<LimitKind> {
        let counts = |counter: Counter, outcome: &Outcome| match (counter, outcome) {
            (Counter::Attempts, _) => true,
            (Counter::Connections, Outcome::Answered | Outcome::Noise) => true,
            (Counter::Connections, _) | (Counter::Failed, Outcome::Answered | Outcome::Noise) => {
                false
            }
            (Counter::Failed, _) => true,
            (Counter::Dropped, outcome) => *outcome == Outcome::Abandoned,
            (Counter::Machines, outcome) => *outcome == Outcome::Machine,
            (Counter::NotReached, outcome) => !matches!(
                outcome,
                Outcome::Answered | Outcome::Noise | Outcome::Abandoned | Outcome::Machine
            ),
        };
        let windows = rules.settings.profile.iter().flat_map(|own| &own.windows);
        let full = windows
            .filter(|window| window.within.is_none())
            .any(|window| {
                let counted = self.tried.iter().filter(|out| counts(window.counter, out));
                counted.count() >= usize::try_from(window.most).unwrap()
            });
        full.then_some(LimitKind::Window)
    }

    /// Whether the cause of this miss was met more often than it may be retried.
    fn retries(&mut self, step: &Step<'_>, code: &Disposition) -> Option<LimitKind> {
        let main = step
            .attempts
            .iter()
            .rev()
            .find(|one| one.code == code.code)?;
        let cause = step.rules.catalogue.cause(main.outcome, &main.cause)?;
        let most = cause.retry?.most;
        let misses = self.causes.entry(cause.code.clone()).or_default();
        *misses += 1;
        (*misses > most).then_some(LimitKind::Retries)
    }

    fn limits<'r>(&self, rules: &'r Rules) -> &'r Limits {
        match self.lapsed {
            true => &Limits::NONE,
            false => rules.limits(),
        }
    }

    fn count(&mut self, code: &Disposition, kind: Kind, at: Timestamp) {
        self.run = if self.last.as_ref() == Some(&code.code) {
            self.run + 1
        } else {
            1
        };
        self.last = Some(code.code.clone());
        match kind {
            Kind::Unreached => {
                self.misses += 1;
                self.first_miss = self.first_miss.or(Some(at));
            }
            Kind::Callback => {
                self.callbacks += 1;
                self.is_callback = true;
                self.first_callback = self.first_callback.or(Some(at));
            }
            _ => {}
        }
        if matches!(kind, Kind::Callback | Kind::Final) {
            self.misses = 0;
            self.causes.clear();
            self.first_miss = None;
        }
    }

    fn over(&self, limits: &Limits) -> Option<LimitKind> {
        let (limit, count) = if self.is_callback {
            (LimitKind::CallbackCount, limits.callback_count)
        } else {
            (LimitKind::ColdCount, limits.cold_count)
        };
        if count > 0 && self.misses >= count {
            Some(limit)
        } else if limits.callbacks > 0 && self.callbacks > limits.callbacks {
            Some(LimitKind::Callbacks)
        } else {
            None
        }
    }

    fn hit(&self, limits: &Limits, max_run: u32, kind: Kind, at: Timestamp) -> Option<LimitKind> {
        let passed = |first: Option<Timestamp>, period: engine::Period| {
            let limit = period.seconds();
            limit > 0 && first.is_some_and(|first| at.duration_since(first).as_secs() >= limit)
        };
        let counted = |count: u32, limit: u32| limit > 0 && count >= limit;
        let missed = kind == Kind::Unreached;
        let cold = missed && !self.is_callback;
        let warm = missed && self.is_callback;
        let order = [
            (counted(self.attempts, limits.total), LimitKind::Total),
            (counted(self.run, max_run), LimitKind::SameRun),
            (
                cold && counted(self.misses, limits.cold_count),
                LimitKind::ColdCount,
            ),
            (
                cold && passed(self.first_miss, limits.cold_period),
                LimitKind::ColdPeriod,
            ),
            (
                warm && counted(self.misses, limits.callback_count),
                LimitKind::CallbackCount,
            ),
            (
                warm && passed(self.first_miss, limits.callback_period),
                LimitKind::CallbackPeriod,
            ),
            (
                !missed && counted(self.callbacks, limits.callbacks + 1) && limits.callbacks > 0,
                LimitKind::Callbacks,
            ),
            (
                !missed && passed(self.first_callback, limits.callbacks_period),
                LimitKind::CallbacksPeriod,
            ),
        ];
        order
            .into_iter()
            .find(|(hit, _)| *hit)
            .map(|(_, limit)| limit)
    }
}

/// The disposition a handling ended with, where one did.
fn verdict<'r>(step: &Step<'r>) -> Option<(&'r Disposition, Kind)> {
    step.before
        .hand
        .as_ref()
        .filter(|_| step.after.hand.is_none())?;
    // What was given back has no verdict, though something may have closed it afterwards.
    let given_back = matches!(
        step.because.first(),
        Some(Because::Returned | Because::LeaseExpired)
    );
    if given_back && step.attempts.is_empty() {
        return None;
    }
    let rules = step.rules;
    step.because.iter().find_map(|because| match because {
        Because::Chosen { code } => {
            let found = rules.catalogue.find(code.as_str())?;
            Some((found, found.kind))
        }
        Because::Answers { trigger, .. } => {
            let found = rules.catalogue.answer(*trigger);
            Some((found, Catalogue::kind_by(found, *trigger)))
        }
        _ => None,
    })
}

fn limit_said(step: &Step<'_>) -> Option<LimitKind> {
    step.because.iter().find_map(|because| match because {
        Because::Limit { limit, .. } => Some(*limit),
        _ => None,
    })
}

/// Counts a handling and says which limit must have closed the contact.
fn expected(tally: &mut Tally, step: &Step<'_>) -> Option<LimitKind> {
    let (code, kind) = verdict(step)?;
    let calls = u32::try_from(step.attempts.len()).unwrap();
    let untouched = matches!(kind, Kind::Returned | Kind::AttemptOnly);
    if !untouched || code.counts.attempt {
        let ended = step.attempts.iter().map(|attempt| attempt.outcome);
        tally.tried.extend(ended);
    }
    let others_left = !step.after.open_slots().is_empty();
    match kind {
        Kind::Returned | Kind::AttemptOnly => {
            tally.attempts += if code.counts.attempt { calls } else { 0 };
            None
        }
        Kind::Final if code.final_for == FinalFor::Number && calls > 0 && others_left => {
            tally.attempts += calls;
            let limits = tally.limits(step.rules);
            let used_up = limits.total > 0 && tally.attempts >= limits.total;
            used_up.then_some(LimitKind::Total)
        }
        Kind::Unreached | Kind::Callback => {
            tally.hear(code, step.rules);
            let limits = tally.limits(step.rules);
            let over = tally.over(limits);
            tally.attempts += calls;
            tally.count(code, kind, step.at);
            let own = tally.hit(limits, code.max_run, kind, step.at).or(over);
            let retries = match kind {
                Kind::Unreached => tally.retries(step, code),
                _ => None,
            };
            own.or(tally.window(step.rules)).or(retries)
        }
        Kind::New | Kind::Final | Kind::Suspended => {
            tally.hear(code, step.rules);
            tally.attempts += calls;
            tally.count(code, kind, step.at);
            None
        }
    }
}

#[test]
fn limits_close_a_contact_exactly_when_they_are_reached() {
    histories("limits as stated", |history| {
        let mut tally = Tally::default();
        for step in &history.steps {
            if let Event::Command(Command::Set { reset, code, .. }) = &step.event
                && step.refusal.is_none()
            {
                if *reset {
                    tally = Tally::default();
                }
                let code = step.rules.catalogue.find(code.as_str()).unwrap();
                tally.is_callback |= code.kind == Kind::Callback;
                tally.hear(code, step.rules);
            }
            let claim = matches!(&step.event, Event::Command(Command::Claim { .. }));
            if claim && limit_said(step).is_some() {
                let total = tally.limits(step.rules).total;
                if limit_said(step) == Some(LimitKind::Window) {
                    assert_eq!(tally.window(step.rules), Some(LimitKind::Window));
                } else {
                    assert!(total > 0 && tally.attempts >= total);
                    assert_eq!(limit_said(step), Some(LimitKind::Total));
                }
                continue;
            }
            let limit = expected(&mut tally, step);
            assert_eq!(
                limit_said(step),
                limit,
                "{:?}\n{:?}",
                step.event,
                step.because
            );
            if let Some(limit) = limit {
                assert!(step.after.is_closed());
                let closing = step.before.hand.as_ref().and_then(|hand| hand.closing);
                let answer = &step
                    .rules
                    .catalogue
                    .answer(engine::Trigger::Limit(limit))
                    .code;
                assert!(closing.is_some() || step.after.code == *answer);
            }
            let counters = &step.after.counters;
            let counted = (counters.attempts, counters.unreached_run);
            assert_eq!(
                counted,
                (tally.attempts, tally.misses),
                "{:?}\n{:?}",
                step.event,
                step.because
            );
        }
    });
}

#[test]
fn no_contact_is_dialled_more_often_than_the_absolute_maximum() {
    histories("never more dials than the maximum", |history| {
        let (mut dials, mut lapsed) = (0, false);
        for step in &history.steps {
            let total = step.rules.limits().total;
            if let Event::Command(Command::Set { reset: true, .. }) = &step.event
                && step.refusal.is_none()
            {
                dials = 0;
            }
            let returned = matches!(&step.event, Event::Report(engine::Report::NotPlaced { .. }))
                && step.before != step.after;
            let qualified =
                |contact: &engine::Contact| contact.score.is_some_and(|score| score.is_qualified());
            lapsed |= qualified(&step.before) || qualified(&step.after);
            dials += u32::from(step.dialled.is_some());
            dials -= u32::from(returned);
            let uncounted = step
                .rules
                .catalogue
                .dispositions()
                .iter()
                .any(|code| code.kind == Kind::Returned);
            assert!(
                total == 0 || uncounted || lapsed || dials <= total,
                "{dials} of {total}"
            );
        }
    });
}
