//! The cause beside a disposition, where a vocabulary keeps result and cause apart.

use super::{Catalogue, Disposition, Label};
use crate::handling;
use crate::id::Code;
use crate::outcome::Outcome;
use crate::period::Period;
use crate::sign::Sign;
use crate::trigger::Trigger;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    pub code: Code,
    pub name: String,
    pub report_name: String,
    pub label: Label,
    pub meaning: String,
    #[serde(default)]
    pub on: Vec<String>,
    /// What the network or a detector must have said besides, any of it: `q850.1`, `sip.404`, or a
    /// sign such as `modem`. Such a cause goes before one that asks for nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<String>,
    /// When and how often a contact that was not reached for this cause is tried again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry: Option<Retry>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retry {
    pub after: Period,
    pub most: u32,
}

/// Result and cause of one attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    pub major: Code,
    pub minor: Code,
}

/// What stands for a cause of which nothing is known.
const UNKNOWN: &str = "cause.unknown";

impl Catalogue {
    pub fn causes(&self) -> &[Cause] {
        &self.file().causes
    }

    /// The cause of an outcome by what was said of it; the unknown one where none names it, nothing
    /// where the vocabulary knows no causes.
    pub fn cause(&self, outcome: Outcome, said: &handling::Cause) -> Option<&Cause> {
        if let Some(Sign::Inbound(end)) = said.sign {
            let named = self.cause_of(&end.trigger().to_string());
            return named.or_else(|| self.unknown_cause());
        }
        let line = Trigger::Line(outcome).to_string();
        let named = |cause: &&Cause| cause.on.contains(&line);
        let by_sign = |cause: &&Cause| named(cause) && cause.is_shown_by(said);
        let by_itself = |cause: &&Cause| named(cause) && cause.signs.is_empty();
        let mut causes = self.causes().iter();
        causes
            .find(by_sign)
            .or_else(|| self.causes().iter().find(by_itself))
            .or_else(|| self.unknown_cause())
    }

    /// The cause that names a word other than that of a line: a trigger, or a way of giving back.
    pub fn cause_of(&self, word: &str) -> Option<&Cause> {
        let named = |cause: &&Cause| cause.on.iter().any(|on| on == word);
        self.causes().iter().find(named)
    }

    fn unknown_cause(&self) -> Option<&Cause> {
        let mut causes = self.causes().iter();
        causes.find(|cause| cause.meaning == UNKNOWN)
    }

    /// The result a disposition leads to: itself where the product has a name of its own for it,
    /// else the nearest that has, up the tree of meanings.
    fn result(&self, disposition: &Disposition) -> Code {
        let above = |there: &&Disposition| {
            let rest = disposition.meaning.strip_prefix(&there.meaning);
            let is_above = |rest: &str| rest.is_empty() || rest.starts_with('.');
            there.name.is_some() && rest.is_some_and(is_above)
        };
        let nearest = || {
            let all = self.dispositions().iter().filter(above);
            all.max_by_key(|there| there.meaning.len())
        };
        let own = Some(disposition).filter(|own| own.name.is_some());
        let found = own.or_else(nearest).unwrap_or(disposition);
        found.code.clone()
    }

    /// The result by the meaning of the code that was given; the cause is that of the code, where
    /// it has one of its own, else it is by what the line said.
    pub fn pair(&self, code: &Code, outcome: Outcome, said: &handling::Cause) -> Option<Pair> {
        let by_line = self.cause(outcome, said)?;
        let disposition = self.find(code.as_str())?;
        let own = disposition.cause.as_ref();
        Some(Pair {
            major: self.result(disposition),
            minor: own.unwrap_or(&by_line.code).clone(),
        })
    }

    /// The same for a code that came about without a call.
    pub fn pair_without_call(&self, code: &Code, trigger: Trigger) -> Option<Pair> {
        let cause = self.cause_of(&trigger.to_string());
        let cause = cause.or_else(|| self.unknown_cause())?;
        Some(Pair {
            major: self.result(self.find(code.as_str())?),
            minor: cause.code.clone(),
        })
    }
}

impl Cause {
    fn is_shown_by(&self, said: &handling::Cause) -> bool {
        let q850 = said.q850.map(|figure| format!("q850.{figure}"));
        let sip = said.sip.map(|figure| format!("sip.{figure}"));
        let sign = said.sign.map(|sign| sign.word().to_owned());
        let mut all = [q850, sip, sign].into_iter().flatten();
        all.any(|word| self.signs.contains(&word))
    }
}
