//! The cause beside a disposition, where a vocabulary keeps result and cause apart.

use super::{Catalogue, Disposition, Label};
use crate::id::Code;
use crate::outcome::Outcome;
use crate::period::Period;
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

    /// The cause of an outcome; the unknown one where none names it, nothing where the
    /// vocabulary knows no causes.
    pub fn cause(&self, outcome: Outcome) -> Option<&Cause> {
        let line = Trigger::Line(outcome).to_string();
        let named = |cause: &&Cause| cause.on.contains(&line);
        let unknown = |cause: &&Cause| cause.meaning == UNKNOWN;
        let mut causes = self.causes().iter();
        causes
            .find(named)
            .or_else(|| self.causes().iter().find(unknown))
    }

    /// The result a disposition leads to: itself where the product has a name of its own for it,
    /// else the nearest that has, up the tree of meanings.
    fn result(&self, disposition: &Disposition) -> Code {
        let above = |there: &&Disposition| {
            let rest = disposition.meaning.strip_prefix(&there.meaning);
            there.name.is_some() && rest.is_some_and(|rest| rest.starts_with('.'))
        };
        let nearest = || {
            let all = self.dispositions().iter().filter(above);
            all.max_by_key(|there| there.meaning.len())
        };
        let own = Some(disposition).filter(|own| own.name.is_some());
        let found = own.or_else(nearest).unwrap_or(disposition);
        found.code.clone()
    }

    /// The result by the meaning of the code that was given, the cause by what the line said.
    pub fn pair(&self, code: &Code, outcome: Outcome) -> Option<Pair> {
        let minor = self.cause(outcome)?.code.clone();
        let disposition = self.find(code.as_str())?;
        Some(Pair {
            major: self.result(disposition),
            minor,
        })
    }
}
