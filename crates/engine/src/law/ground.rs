//! Whom one may call at all: on which grounds, and how long they last.

use super::Law;
use super::day::Scope;
use super::period::Period;
use super::rule::RuleRef;
use crate::consent::{Basis, Consent, Purpose};
use crate::contact_kind::ContactKind;
use jiff::ToSpan;
use jiff::civil::Date;

/// Calls for these purposes need one of these grounds.
#[derive(Debug, Clone, PartialEq)]
pub struct NeedsGround {
    pub scope: Scope,
    pub purposes: Vec<Purpose>,
    pub bases: Vec<Basis>,
}

/// How long a ground lasts that states no term itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    pub rule: RuleRef,
    pub period: Period,
    pub basis: Basis,
    pub months: u32,
    /// Once it was used in time it goes on.
    pub until_first_use: bool,
}

/// What is known of a contact's grounds on some day.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'c> {
    pub on: Date,
    pub kind: ContactKind,
    pub purpose: Purpose,
    /// The contact's own ground, and the one of its list.
    pub grounds: [Option<&'c Consent>; 2],
    /// Whether it has been called before.
    pub used: bool,
}

impl Law {
    /// On which ground somebody may be called that day: none where the law asks for none, else
    /// the one that answers, or the rule that none answers.
    pub fn ground<'c>(&self, asked: &Asked<'c>) -> Result<Option<&'c Consent>, RuleRef> {
        let mut found = None;
        let needs = self.needs_ground.iter().filter(|need| {
            need.scope.holds(asked.on, asked.kind) && need.purposes.contains(&asked.purpose)
        });
        for need in needs {
            let mut lapsed = None;
            let answer = asked.grounds.into_iter().flatten().find(|consent| {
                let holds = need.bases.contains(&consent.basis) && consent.stands(asked.on);
                lapsed = self.lapsed(consent, asked).filter(|_| holds);
                holds && lapsed.is_none()
            });
            match answer {
                Some(consent) => found = found.or(Some(consent)),
                None => return Err(lapsed.unwrap_or_else(|| need.scope.rule.clone())),
            }
        }
        Ok(found)
    }

    /// The rule that asks for a ground that day, where one does.
    pub fn asks(&self, on: Date, kind: ContactKind, purpose: Purpose) -> Option<&RuleRef> {
        let mut needs = self.needs_ground.iter();
        let need =
            needs.find(|need| need.scope.holds(on, kind) && need.purposes.contains(&purpose))?;
        Some(&need.scope.rule)
    }

    /// The rule by which a ground no longer counts.
    fn lapsed(&self, consent: &Consent, asked: &Asked<'_>) -> Option<RuleRef> {
        if consent.until.is_some() {
            return None;
        }
        let terms = self.terms.iter().filter(|term| {
            term.basis == consent.basis
                && term.period.holds(asked.on)
                && !(term.until_first_use && asked.used)
        });
        let mut over = terms.filter(|term| {
            let months = i64::from(term.months).months();
            let last = consent.given_on.checked_add(months);
            last.is_ok_and(|last| asked.on > last)
        });
        over.next().map(|term| term.rule.clone())
    }
}
