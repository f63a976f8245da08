//! A decision that would have come to something else, in the visitor's words.

use crate::words::{Reasons, Words};
use engine::{AgentId, CameTo, Catalogue};
use std::collections::BTreeMap;
use store::{Example, why};

pub struct Told {
    pub list: i64,
    pub contact: i64,
    pub at: String,
    pub then: String,
    pub now: String,
    pub why: String,
}

/// What the examples are told by.
pub struct Teller<'t> {
    pub words: &'t Words,
    pub base: &'t Catalogue,
    pub draft: &'t Catalogue,
    pub agents: &'t BTreeMap<AgentId, String>,
}

impl Teller<'_> {
    pub fn told(&self, one: &Example) -> Told {
        let (then, now) = &one.came;
        let reasons = self.reasons(self.draft);
        let why: Vec<String> = why(then, now).map(|rule| reasons.because(rule)).collect();
        let at = one.at.parse().map(|at| self.words.moment(at));
        Told {
            list: one.list,
            contact: one.contact,
            at: at.unwrap_or_else(|_| one.at.clone()),
            then: self.came(then, self.base),
            now: self.came(now, self.draft),
            why: why.join("; "),
        }
    }

    fn reasons<'r>(&'r self, catalogue: &'r Catalogue) -> Reasons<'r> {
        Reasons {
            words: self.words,
            catalogue,
            agents: self.agents,
            me: None,
        }
    }

    /// Its code, where the contact stands, when it is due, whose it is.
    fn came(&self, came: &CameTo, catalogue: &Catalogue) -> String {
        let reasons = self.reasons(catalogue);
        if let Some(refusal) = &came.refused {
            return reasons.refusal(refusal);
        }
        let state = format!("state-{}", came.state.replace('_', "-"));
        let mut parts = vec![self.words.t(&state)];
        if let Some(code) = &came.code {
            parts.insert(0, reasons.code(code));
        }
        parts.extend(came.due.map(|due| self.words.moment(due)));
        parts.extend(came.owner.map(|owner| reasons.agent(owner)));
        parts.join(", ")
    }
}
