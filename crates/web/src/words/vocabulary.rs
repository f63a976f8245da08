//! In whose words codes are shown. A contact is worked in those of its own catalogue; whoever
//! looks at it may read another vocabulary.

use super::Words;
use engine::catalogue::{Cause, Disposition};
use engine::crosswalk::{cause, cause_of_call, counterpart, counterpart_of_call};
use engine::{Attempt, Catalogue};
use std::sync::{Arc, LazyLock};

static ALL: LazyLock<Vec<Arc<Catalogue>>> = LazyLock::new(|| {
    let texts = import::CATALOGUES.iter();
    texts
        .filter_map(|(_, text)| Catalogue::parse(text).ok().map(Arc::new))
        .collect()
});

/// The vocabularies one may choose among.
pub fn vocabularies() -> &'static [Arc<Catalogue>] {
    &ALL
}

/// A vocabulary by its name.
pub fn vocabulary(name: &str) -> Option<&'static Arc<Catalogue>> {
    ALL.iter().find(|known| known.name() == name)
}

/// A code as it is shown.
pub struct Shown {
    pub code: String,
    pub label: String,
    /// The catalogue it was shown in, and its group there; none where there is no code.
    pub group: Option<(Arc<Catalogue>, String)>,
}

impl Words {
    /// The same words, with codes in those of a vocabulary.
    pub fn in_vocabulary(&self, vocabulary: Option<&Arc<Catalogue>>) -> Self {
        Self {
            vocabulary: vocabulary.cloned(),
            ..self.clone()
        }
    }

    /// The same words, with each code in those of its own catalogue.
    pub fn in_own(&self) -> Self {
        self.in_vocabulary(None)
    }

    pub fn vocabulary(&self) -> Option<&Arc<Catalogue>> {
        self.vocabulary.as_ref()
    }

    /// How a code is called: in the vocabulary that was chosen, or else in its own.
    pub fn coded(&self, own: Option<&Catalogue>, code: &str) -> Shown {
        let found = own.and_then(|own| own.find(code));
        let chosen = self
            .vocabulary
            .as_ref()
            .filter(|chosen| own.is_some_and(|own| own.name() != chosen.name()));
        match (found, chosen) {
            (Some(found), Some(chosen)) => self.translated(found, chosen),
            _ => Shown {
                code: code.to_owned(),
                label: found.map_or_else(String::new, |found| self.label(found)),
                group: None,
            },
        }
    }

    /// The same of a call, of which the line has said more than its code does.
    pub fn coded_call(&self, own: Option<&Catalogue>, attempt: &Attempt) -> Shown {
        let chosen = self.vocabulary.as_ref();
        let other =
            own.and_then(|own| Some((own, chosen.filter(|chosen| own.name() != chosen.name())?)));
        let Some((own, chosen)) = other else {
            return self.coded(own, attempt.code.as_str());
        };
        match counterpart_of_call(attempt, own, chosen) {
            Some(found) => {
                let cause = cause_of_call(attempt, own, chosen);
                self.there(found.disposition, cause, chosen)
            }
            None => self.coded(Some(own), attempt.code.as_str()),
        }
    }

    fn translated(&self, code: &Disposition, chosen: &Arc<Catalogue>) -> Shown {
        match counterpart(code, chosen) {
            Some(found) => self.there(found.disposition, cause(code, chosen), chosen),
            None => {
                let own = format!("{} {}", code.code, self.label(code));
                Shown {
                    code: self.t("vocabulary-no-code"),
                    label: format!("({own})"),
                    group: None,
                }
            }
        }
    }

    fn there(&self, there: &Disposition, cause: Option<&Cause>, chosen: &Arc<Catalogue>) -> Shown {
        let beside = cause.map_or_else(String::new, |cause| format!("/{}", cause.code));
        Shown {
            code: format!("{}{beside}", there.code),
            label: self.label(there),
            group: Some((chosen.clone(), there.group.clone())),
        }
    }

    fn label(&self, code: &Disposition) -> String {
        code.label_in(self.language().word()).to_owned()
    }
}
