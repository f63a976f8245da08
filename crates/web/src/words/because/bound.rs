//! How often and when a number may be dialled, and who asks for it where that is not the law.

use super::Reasons;
use engine::{Because, Says};

impl Reasons<'_> {
    pub(super) fn bound(&self, because: &Because) -> String {
        match because {
            Because::ListExpired { at } => {
                self.say("because-list-expired", [("at", &self.moment(*at))])
            }
            Because::Gap { minutes, until, by } => self.by(
                "because-gap",
                [
                    ("minutes", &minutes.to_string()),
                    ("until", &self.moment(*until)),
                ],
                *by,
            ),
            Because::Quarantine { hours, until, by } => self.by(
                "because-quarantine",
                [
                    ("hours", &hours.to_string()),
                    ("until", &self.moment(*until)),
                ],
                *by,
            ),
            Because::DialsPerDay { allowed, until, by } => self.by(
                "because-dials-per-day",
                [
                    ("allowed", &allowed.to_string()),
                    ("until", &self.moment(*until)),
                ],
                *by,
            ),
            Because::DialsPerPeriod { often, until, by } => self.by(
                "because-dials-per-period",
                [
                    ("allowed", &often.dials.to_string()),
                    ("days", &often.days.to_string()),
                    ("until", &self.moment(*until)),
                ],
                *by,
            ),
            Because::Abandonment {
                per_mille,
                ledger,
                by,
                ..
            } => self.by(
                "because-abandonment",
                [
                    ("allowed", &per_mille.to_string()),
                    ("abandoned", &ledger.abandoned.to_string()),
                    ("answered", &ledger.answered.to_string()),
                    ("risk", &ledger.at_risk.to_string()),
                ],
                *by,
            ),
            Because::ScrubExpired {
                text,
                register,
                as_of: Some(as_of),
            } => self.say(
                "because-scrub-expired",
                [
                    ("text", text),
                    ("register", register),
                    ("day", &as_of.strftime("%Y-%m-%d").to_string()),
                ],
            ),
            Because::ScrubExpired { text, register, .. } => self.say(
                "because-scrub-missing",
                [("text", text), ("register", register)],
            ),
            _ => String::new(),
        }
    }

    pub(super) fn by<const N: usize>(
        &self,
        key: &str,
        parts: [(&'static str, &str); N],
        by: Says,
    ) -> String {
        let said = self.say(key, parts);
        match by {
            Says::Law => said,
            Says::Catalogue => self.say("because-as-catalogue", [("said", &said)]),
            Says::Campaign => self.say("because-as-campaign", [("said", &said)]),
            Says::List => self.say("because-as-list", [("said", &said)]),
        }
    }
}
