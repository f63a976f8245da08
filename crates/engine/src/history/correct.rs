//! Giving an attempt another disposition than it got.

use super::tell::Told;
use super::{Deed, History, Past};
use crate::because::Because;
use crate::catalogue::{Action, Disposition, Kind, Setter};
use crate::contact::Contact;
use crate::decide::find;
use crate::decision::{Decision, Effect, Refusal};
use crate::event::{Actor, Command, Event};
use crate::id::Code;

impl History {
    /// The history as if the attempt had been given this code in the first place. The rules
    /// by which it was coded still hold; nothing becomes due in the past; what was suppressed
    /// or sent stays so.
    pub(super) fn correct(
        &self,
        attempt: u32,
        code: &Code,
        asked: &Past,
    ) -> Result<Decision, Refusal> {
        if matches!(asked.actor, Actor::Agent(_)) {
            return Err(Refusal::NotSupervisor);
        }
        if let Some(hand) = &self.now.hand {
            return Err(Refusal::InHand(hand.agent));
        }
        let given = self.deeds.iter().rev().find(|deed| deed.has(attempt));
        let given = given.ok_or(Refusal::NoSuchAttempt(attempt))?;
        let (from, to) = change_of(given, attempt, code)?;
        let seq = given.past.seq;
        let before = self.tell(&self.deeds, seq);
        let mut deeds = self.deeds.clone();
        if let Some(deed) = deeds.iter_mut().find(|deed| deed.past.seq == seq) {
            deed.corrected = Some(to.code.clone());
        }
        deeds.push(Deed::marker(asked));
        let after = self.tell(&deeds, seq);
        let mut because = vec![Because::Corrected {
            attempt,
            from: from.code.clone(),
            to: to.code.clone(),
        }];
        because.extend(moved(&self.now, &after.contact));
        because.extend(stays(from, to));
        because.extend(after.because.iter().cloned());
        Ok(Decision {
            attempts: recoded(&before, &after),
            effects: self.entailed(attempt, given, before.effects, after.effects),
            ..Decision::of(after.contact, because)
        })
    }

    /// What the new code asks for and the earlier one did not; and what the earlier one asked
    /// for in vain.
    fn entailed(
        &self,
        attempt: u32,
        given: &Deed,
        before: Vec<Effect>,
        after: Vec<Effect>,
    ) -> Vec<Effect> {
        let (had, has) = (actions(&before), actions(&after));
        let in_vain: Vec<Action> = had
            .iter()
            .copied()
            .filter(|action| !has.contains(action))
            .collect();
        let earlier = self.deeds.iter().filter(|deed| {
            matches!(&deed.past.event,
                Event::Command(Command::Correct { attempt: other, .. }) if *other == attempt)
        });
        let events: Vec<i64> = std::iter::once(given)
            .chain(earlier)
            .map(|deed| deed.past.seq)
            .collect();
        let recall = (!in_vain.is_empty()).then_some(Effect::Recall {
            events,
            actions: in_vain,
        });
        let new = after.into_iter().filter(|effect| match effect {
            Effect::Act { action, .. } => !had.contains(action),
            Effect::Suppress { .. } => !before.contains(effect),
            Effect::HangUp { .. } | Effect::Recall { .. } => false,
        });
        recall.into_iter().chain(new).collect()
    }
}

impl Deed {
    /// The correction itself, at the end of the history it corrects.
    fn marker(asked: &Past) -> Self {
        Self {
            past: asked.clone(),
            was: None,
            is: None,
            dials: 0,
            attempts: Vec::new(),
            idle: false,
            corrected: None,
        }
    }
}

/// The dispositions an attempt has and would get, unless that cannot be.
fn change_of<'d>(
    given: &'d Deed,
    attempt: u32,
    code: &Code,
) -> Result<(&'d Disposition, &'d Disposition), Refusal> {
    let missing = Refusal::NoSuchAttempt(attempt);
    let main = given.main_attempt().ok_or(missing.clone())?;
    if main != attempt {
        return Err(Refusal::GaveWay { attempt, main });
    }
    let rules = &*given.past.rules;
    let (_, verdict) = given.result().ok_or(missing)?;
    let from = verdict.disposition;
    let to = find(code, rules)?;
    if !may_be_result(to) {
        return Err(Refusal::NotChoosable(to.code.clone()));
    }
    if from.code == to.code {
        return Err(Refusal::AlreadyCoded(to.code.clone()));
    }
    if from.sticky && !to.sticky {
        return Err(Refusal::Sticky(from.code.clone()));
    }
    Ok((from, to))
}

/// What a person may say of an attempt, or the line.
fn may_be_result(disposition: &Disposition) -> bool {
    let is_result = matches!(
        disposition.kind,
        Kind::Unreached | Kind::Callback | Kind::Final | Kind::Suspended
    );
    let by_person = disposition.set_by.iter().any(|setter| {
        matches!(
            setter,
            Setter::Agent | Setter::Script | Setter::Supervisor | Setter::Adviser
        )
    });
    let of_line = |on: &String| on == "line" || on.starts_with("line.");
    is_result && (by_person || disposition.on.iter().any(of_line))
}

fn recoded(before: &Told, after: &Told) -> Vec<crate::handling::Attempt> {
    let differs = |attempt: &&crate::handling::Attempt| {
        before.attempts.get(&attempt.attempt) != Some(*attempt)
    };
    after.attempts.values().filter(differs).cloned().collect()
}

fn actions(effects: &[Effect]) -> Vec<Action> {
    let action = |effect: &Effect| match effect {
        Effect::Act { action, .. } => Some(*action),
        Effect::HangUp { .. } | Effect::Suppress { .. } | Effect::Recall { .. } => None,
    };
    effects.iter().filter_map(action).collect()
}

/// What the correction moves, in figures.
fn moved(before: &Contact, after: &Contact) -> Vec<Because> {
    let (from, to) = (before.standing.due(), after.standing.due());
    let due = (from != to).then_some(Because::DueMoved { from, to });
    let (was, is) = (&before.counters, &after.counters);
    let counters = [
        ("attempts", was.attempts, is.attempts),
        ("unreached_run", was.unreached_run, is.unreached_run),
        ("callbacks", was.callbacks, is.callbacks),
    ];
    let recounted = counters.into_iter().filter(|(_, from, to)| from != to);
    let recounted = recounted.map(|(counter, from, to)| Because::Recounted {
        counter: counter.to_owned(),
        from,
        to,
    });
    due.into_iter().chain(recounted).collect()
}

/// What of the earlier code cannot be made undone.
fn stays(from: &Disposition, to: &Disposition) -> Vec<Because> {
    let code = || from.code.clone();
    let done = from
        .actions
        .iter()
        .filter(|action| !to.actions.contains(action));
    let done = done.map(|action| Because::NotRecalled {
        action: *action,
        code: code(),
    });
    let suppressed = from.suppress.is_some() && to.suppress.is_none();
    let suppressed = suppressed.then(|| Because::StillSuppressed { code: code() });
    done.chain(suppressed).collect()
}
