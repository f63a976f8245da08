//! Codes with the cause beside them, where the vocabulary keeps result and cause apart.

use super::Reasons;
use engine::{Because, Code};

impl Reasons<'_> {
    /// A code that came about without an attempt: there is none to carry its cause.
    pub(super) fn caused(&self, because: &Because) -> String {
        match because {
            Because::ReturnedUnder { code, cause } => {
                let code = self.paired(code, cause.as_ref());
                self.say("because-returned-under", [("code", &code)])
            }
            Because::Answers { trigger, code } => {
                let cause = self.catalogue.cause_of(&trigger.to_string());
                let code = self.paired(code, cause.map(|cause| &cause.code));
                let what = self.trigger(*trigger);
                self.say("because-answers", [("what", &what), ("code", &code)])
            }
            _ => String::new(),
        }
    }

    /// `35 Call cannot be set up (9 Invalid number or address)`.
    fn paired(&self, code: &Code, cause: Option<&Code>) -> String {
        let code = self.code(code);
        let mut causes = self.catalogue.causes().iter();
        match cause.and_then(|cause| causes.find(|there| there.code == *cause)) {
            Some(cause) => {
                let label = cause.label.get(self.words.language().word());
                let label = label.map_or("", String::as_str);
                format!("{code} ({} {label})", cause.code)
            }
            None => code,
        }
    }
}
