//! What is laid over the catalogue of a list, so that a hotkey or a delay does not make another
//! catalogue: which codes agents may choose, in which order, by which key, when they are due again
//! and how often in a row; and the retries of causes. Limits are settings of their own.

use crate::callback::{Expression, FollowUp};
use crate::catalogue::{Catalogue, CatalogueFile, CatalogueProblem, Disposition, Retry, Setter};
use crate::id::Code;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// By code, only what differs from the catalogue; the causes beside the codes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Overlay {
    #[serde(flatten)]
    pub codes: BTreeMap<Code, Laid>,
    /// When and how often a contact is tried again for a cause.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub causes: BTreeMap<Code, Retry>,
}

/// What is laid over one code; what is absent is as in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Laid {
    /// Agents may not choose it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hotkey: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<Expression>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_run: Option<u32>,
}

impl Overlay {
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty() && self.causes.is_empty()
    }

    /// The catalogue with this over it, or everything that does not fit.
    pub fn over(&self, catalogue: &Catalogue) -> Result<Catalogue, Vec<CatalogueProblem>> {
        let mut file = catalogue.file().clone();
        let mut problems = Vec::new();
        for (code, laid) in &self.codes {
            let found = file
                .dispositions
                .iter_mut()
                .find(|there| there.code == *code);
            match found {
                Some(disposition) => laid.over(disposition, &mut problems),
                None => problems.push(problem(code, "code", "laid-unknown", &[])),
            }
        }
        for (code, retry) in &self.causes {
            let mut causes = file.causes.iter_mut().filter(|cause| cause.code == *code);
            match causes.find_map(|cause| cause.retry.as_mut()) {
                Some(there) => *there = *retry,
                None => problems.push(problem(code, "retry", "laid-retry", &[])),
            }
        }
        keys(&file, &self.codes, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        Catalogue::from_file(file)
    }

    /// As much of it as another catalogue has codes for.
    pub fn fitting(&self, catalogue: &Catalogue) -> Self {
        let fits = |(code, laid): (&Code, &Laid)| {
            let found = catalogue.find(code.as_str())?;
            let mut problems = Vec::new();
            laid.over(&mut found.clone(), &mut problems);
            problems.is_empty().then(|| (code.clone(), laid.clone()))
        };
        let retried = |code: &Code| {
            let mut causes = catalogue.causes().iter();
            causes.any(|cause| cause.code == *code && cause.retry.is_some())
        };
        let causes = self.causes.iter().filter(|(code, _)| retried(code));
        Self {
            codes: self.codes.iter().filter_map(fits).collect(),
            causes: causes.map(|(code, retry)| (code.clone(), *retry)).collect(),
        }
    }
}

impl Laid {
    fn over(&self, disposition: &mut Disposition, problems: &mut Vec<CatalogueProblem>) {
        let code = disposition.code.clone();
        let is_chosen = disposition.set_by.contains(&Setter::Agent);
        if self.hidden {
            if !is_chosen {
                problems.push(problem(&code, "hidden", "laid-hidden", &[]));
            }
            disposition.set_by.retain(|setter| *setter != Setter::Agent);
        }
        if let Some(expression) = self.follow_up {
            match &mut disposition.follow_up {
                Some(follow_up) => {
                    *follow_up = FollowUp {
                        expression,
                        ..*follow_up
                    }
                }
                None => problems.push(problem(&code, "follow_up", "laid-follow-up", &[])),
            }
        }
        disposition.order = self.order.or(disposition.order);
        disposition.hotkey = self.hotkey.or(disposition.hotkey);
        disposition.max_run = self.max_run.unwrap_or(disposition.max_run);
    }
}

/// A key that is given to one code must not be another's.
fn keys(file: &CatalogueFile, laid: &BTreeMap<Code, Laid>, problems: &mut Vec<CatalogueProblem>) {
    for (code, laid) in laid {
        let Some(key) = laid.hotkey else { continue };
        if !key.is_ascii_lowercase() {
            let key = key.to_string();
            problems.push(problem(code, "hotkey", "no-key", &[("key", &key)]));
        }
        let mut others = file.dispositions.iter();
        let other = others.find(|other| other.code != *code && other.hotkey == Some(key));
        if let Some(other) = other {
            let (key, other) = (key.to_string(), other.code.as_str());
            let parts = [("key", key.as_str()), ("other", other)];
            problems.push(problem(code, "hotkey", "key-taken", &parts));
        }
    }
}

fn problem(
    code: &Code,
    field: &str,
    reason: &'static str,
    parts: &[(&'static str, &str)],
) -> CatalogueProblem {
    CatalogueProblem::new(code.as_str(), field, reason, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn callpro() -> Catalogue {
        Catalogue::parse(include_str!("../../../catalogues/callpro.toml")).unwrap()
    }

    fn overlay(text: &str) -> Overlay {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn what_is_laid_over_a_code_holds_and_nothing_else_changes() {
        let text = r#"{"130":{"order":3,"hotkey":"y","follow_up":"TimeAdd=30m","max_run":5},"501":{"hidden":true}}"#;
        let overlay = overlay(text);
        let (own, laid) = (callpro(), overlay.over(&callpro()).unwrap());
        let busy = laid.find("130").unwrap();
        let due = busy.follow_up.unwrap().expression.to_string();
        assert_eq!(
            (busy.order, busy.hotkey, due.as_str(), busy.max_run),
            (Some(3), Some('y'), "TimeAdd=30m", 5)
        );
        assert!(!laid.find("501").unwrap().set_by.contains(&Setter::Agent));
        let others = |catalogue: &Catalogue| {
            let all = catalogue.dispositions().iter();
            let all = all.filter(|one| !["130", "501"].contains(&one.code.as_str()));
            all.cloned().collect::<Vec<_>>()
        };
        assert_eq!(others(&own), others(&laid));
        assert_eq!(serde_json::to_string(&overlay).unwrap(), text);
    }

    #[test]
    fn a_cause_is_tried_again_otherwise() {
        let text = include_str!("../../../catalogues/contact-expert.toml");
        let expert = Catalogue::parse(text).unwrap();
        let text = r#"{"33":{"max_run":5},"causes":{"2":{"after":"PT30M","most":3}}}"#;
        let overlay = overlay(text);
        assert_eq!(serde_json::to_string(&overlay).unwrap(), text);
        let laid = overlay.over(&expert).unwrap();
        let retry = |catalogue: &Catalogue, code: &str| {
            let mut causes = catalogue.causes().iter();
            causes.find(|one| one.code.as_str() == code).unwrap().retry
        };
        assert_eq!(retry(&laid, "2").unwrap().after.seconds(), 1_800);
        assert_eq!(retry(&laid, "3"), retry(&expert, "3"));
        // CallPro has no causes, so nothing of it fits there.
        assert!(overlay.fitting(&callpro()).is_empty());
        let wrong = Overlay {
            causes: [(Code::new("12"), retry(&laid, "2").unwrap())].into(),
            ..Overlay::default()
        };
        assert_eq!(wrong.over(&expert).unwrap_err()[0].reason, "laid-retry");
    }

    #[test]
    fn everything_that_does_not_fit_is_told_at_once() {
        let overlay = overlay(
            r#"{"999":{"order":1},"130":{"hotkey":"n"},"501":{"follow_up":"TimeAdd=1h"},"065":{"hidden":true},"150":{"hotkey":"É"}}"#,
        );
        let problems = overlay.over(&callpro()).unwrap_err();
        let told: Vec<(&str, &str)> = problems
            .iter()
            .map(|one| (one.code.as_str(), one.field.as_str()))
            .collect();
        let expected = [
            ("065", "hidden"),
            ("501", "follow_up"),
            ("999", "code"),
            ("130", "hotkey"),
            ("150", "hotkey"),
        ];
        assert_eq!(told, expected);
        assert!(
            overlay
                .fitting(&callpro())
                .codes
                .contains_key(&Code::new("130"))
        );
        assert_eq!(overlay.fitting(&callpro()).codes.len(), 2);
    }
}
