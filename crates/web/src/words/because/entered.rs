//! What was entered beside a code, told.

use super::Reasons;
use engine::catalogue::Reopen;
use engine::{Deal, Entered};

impl Reasons<'_> {
    pub fn entered(&self, what: &Entered) -> String {
        match what {
            Entered::Appointment(at) => self.at("entered-appointment", *at),
            Entered::Deal(deal) => self.deal(deal),
            Entered::Again(Reopen::List) => self.words.t("entered-again-list"),
            Entered::Again(Reopen::Stage) => self.words.t("entered-again-stage"),
        }
    }

    fn deal(&self, deal: &Deal) -> String {
        let words = self.words;
        let chance = deal.chance.map(|chance| chance.to_string());
        let chance =
            chance.map(|chance| words.with("entered-chance", [("chance", chance.as_str())]));
        let parts = [
            deal.value.as_ref().map(|value| words.money(value)),
            chance,
            deal.day.map(|day| words.day(day)),
            deal.reason.as_deref().map(|key| self.reason(key)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        words.with("entered-deal", [("parts", parts.join(" · ").as_str())])
    }

    /// The label of a reason; its key where the catalogue has lost it.
    fn reason(&self, key: &str) -> String {
        let all = self.catalogue.dispositions().iter();
        let found = all
            .flat_map(|found| &found.reasons)
            .find(|reason| reason.key == key);
        let language = self.words.language().word();
        let label = found.and_then(|reason| reason.label.get(language));
        label.cloned().unwrap_or_else(|| key.to_owned())
    }
}
