//! Codes in the words of another catalogue, where a program asks for it.

use super::question::Question;
use crate::words::{vocabularies, vocabulary};
use engine::catalogue::Cause;
use engine::crosswalk::{
    Counterpart, Loss, cause, cause_of_call, counterpart, counterpart_of_call,
};
use engine::{Attempt, Catalogue};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// What stands for a code in the vocabulary asked for. Without `code` there is none there.
#[derive(Debug, Serialize, ToSchema)]
pub struct InVocabulary {
    /// The name of the catalogue.
    pub vocabulary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The cause beside it, where that catalogue keeps the two apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// By language: nl, en, de, hu.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub label: BTreeMap<String, String>,
    /// What is not the same there: meaning, credit, kind, suppression.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub loses: Vec<String>,
}

impl InVocabulary {
    /// A code of one catalogue in the words of another; nothing where none was asked for.
    pub fn of(own: &Catalogue, code: &str, wanted: Option<&Arc<Catalogue>>) -> Option<Self> {
        let wanted = wanted?;
        let here = own.find(code);
        let found = here.and_then(|here| counterpart(here, wanted));
        let cause = here.and_then(|here| cause(here, wanted));
        Some(Self::said(wanted, found, cause))
    }

    /// The same of a call, of which the line has said more than its code does.
    pub fn of_call(
        own: &Catalogue,
        attempt: &Attempt,
        wanted: Option<&Arc<Catalogue>>,
    ) -> Option<Self> {
        let wanted = wanted?;
        let found = counterpart_of_call(attempt, own, wanted);
        Some(Self::said(
            wanted,
            found,
            cause_of_call(attempt, own, wanted),
        ))
    }

    fn said(wanted: &Catalogue, found: Option<Counterpart<'_>>, cause: Option<&Cause>) -> Self {
        let none = Self {
            vocabulary: wanted.name().to_owned(),
            code: None,
            cause: None,
            label: BTreeMap::new(),
            loses: Vec::new(),
        };
        let Some(found) = found else {
            return none;
        };
        let mut loses: Vec<String> = found
            .losses
            .iter()
            .map(Loss::word)
            .map(str::to_owned)
            .collect();
        loses.dedup();
        Self {
            code: Some(found.disposition.code.to_string()),
            cause: cause.map(|cause| cause.code.to_string()),
            label: found.disposition.label.clone(),
            loses,
            ..none
        }
    }
}

impl Question {
    /// The catalogue in whose words codes are to be given as well.
    pub fn vocabulary(&mut self) -> Option<&'static Arc<Catalogue>> {
        let name = self.text("vocabulary", 100)?;
        let found = vocabulary(&name);
        if found.is_none() {
            let names: Vec<&str> = vocabularies().iter().map(|known| known.name()).collect();
            let detail = format!("must be one of {}", names.join(", "));
            self.fault("vocabulary", "unknown", detail);
        }
        found
    }
}
