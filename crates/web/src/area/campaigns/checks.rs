//! The check list: what keeps a campaign from working, each line with the way to mend it.

use super::seen::{Linked, Seen};
use crate::routes::leads_somewhere;
use crate::script;
use crate::words::Words;
use fluent_bundle::FluentArgs;
use import::membership::Judge;
use store::QuotaOf;

/// One line of the list.
pub struct Check {
    /// The note's class: `bad` keeps it from working, `warn` is worth a look.
    pub mark: &'static str,
    pub text: String,
    /// Where it is mended.
    pub path: Option<String>,
}

pub fn checks(seen: &Seen, words: &Words) -> Vec<Check> {
    let mut list = List {
        words,
        id: seen.campaign.id.0,
        checks: Vec::new(),
    };
    list.whole(seen);
    for linked in seen.links.iter().filter(|linked| linked.link.active) {
        list.of_list(linked, seen);
    }
    list.quotas(seen);
    list.checks.sort_by_key(|check| check.mark != "bad");
    list.checks
}

struct List<'a> {
    words: &'a Words,
    id: i64,
    checks: Vec<Check>,
}

impl List<'_> {
    fn add(&mut self, mark: &'static str, text: String, path: Option<String>) {
        self.checks.push(Check { mark, text, path });
    }

    fn here(&self, place: &str) -> Option<String> {
        Some(format!("/campaigns/{}{place}", self.id))
    }

    fn whole(&mut self, seen: &Seen) {
        let words = self.words;
        if seen.links.is_empty() {
            let path = self.here("#links");
            self.add("bad", words.t("check-no-lists"), path);
        } else if !seen.links.iter().any(|linked| linked.link.active) {
            let path = self.here("#links");
            self.add("bad", words.t("check-no-active"), path);
        }
        if seen.assigned() == 0 {
            let path = self.here("#agents");
            self.add("bad", words.t("check-no-agents"), path);
        }
        if let (Some(rule), None) = (&seen.shown_by_law, seen.campaign.caller_id) {
            let text = words.with("check-no-caller-id", [("rule", rule.as_str())]);
            let path = self.here("#caller-id");
            self.add("bad", text, path);
        }
        if seen.is_unanswered {
            let path = Some("/queues".to_owned());
            self.add("warn", words.t("check-unanswered"), path);
        }
        let unsaid = seen.links.iter().any(|linked| linked.script.is_none());
        if seen.script.is_none() && (unsaid || seen.links.is_empty()) {
            let path = self.here("/script");
            self.add("warn", words.t("check-no-script"), path);
        }
    }

    fn of_list(&mut self, linked: &Linked, seen: &Seen) {
        let words = self.words;
        let name = linked.list.name.as_str();
        let place = format!("/links/{}", linked.link.id);
        let stock = linked.stock.stock;
        let contacts = format!("/contacts?list={}", linked.list.id.0);
        if let Some(filter) = &linked.link.filter
            && Judge::parse(&linked.list, filter).is_err()
        {
            let path = self.here(&format!("{place}/filter"));
            self.add("bad", words.with("check-filter", [("list", name)]), path);
        }
        match linked.stock.next {
            Some(next) if stock.now == 0 => {
                let at = words.moment(next);
                let text = words.with("check-stock-later", [("list", name), ("at", &at)]);
                self.add("warn", text, Some(contacts));
            }
            None if stock.now == 0 => {
                let text = words.with("check-stock-none", [("list", name)]);
                let path = leads_somewhere("/lists").then(|| "/lists".to_owned());
                self.add("bad", text, path.or(Some(contacts)));
            }
            _ => {}
        }
        self.ground(linked);
        if linked.rules.law.country().is_empty() {
            let country = linked.list.country.as_str();
            let text = words.with("check-no-law", [("country", country), ("list", name)]);
            let path =
                leads_somewhere("/lists/{id}").then(|| format!("/lists/{}", linked.list.id.0));
            self.add("warn", text, path);
        }
        if let Some(said) = &linked.script {
            let known = script::Names::of([&linked.list]);
            let faults = script::faults(&said.text, &known);
            for fault in faults.iter().take(3) {
                let text = words.with(
                    "check-script",
                    [("list", name), ("fault", &fault.told(words))],
                );
                let path = match said.list {
                    Some(list) => self.here(&format!("/script?list={}", list.0)),
                    None => self.here("/script"),
                };
                self.add("warn", text, path);
            }
        }
        self.codes(linked, seen);
    }

    /// Whether it is known what the list is called for, and who may not be called for that.
    fn ground(&mut self, linked: &Linked) {
        let (words, name) = (self.words, linked.list.name.as_str());
        let id = linked.list.id.0;
        if linked.rules.settings.purpose.is_none() {
            let text = words.with("check-no-purpose", [("list", name)]);
            self.add("warn", text, Some(format!("/lists/{id}/purpose")));
        }
        if linked.without_ground > 0 {
            let mut parts = FluentArgs::new();
            parts.set("list", name);
            parts.set("n", words.counted(linked.without_ground));
            let text = words.say("check-no-ground", &parts);
            let path = format!("/floor/held?list={id}&why=no_ground");
            self.add("warn", text, Some(path));
        }
    }

    /// Codes that quotas name, and the catalogue of the list does not have.
    fn codes(&mut self, linked: &Linked, seen: &Seen) {
        for quota in seen
            .quotas
            .iter()
            .filter(|quota| quota.holds(linked.link.campaign, linked.list.id))
        {
            if let QuotaOf::Code(code) = &quota.of
                && linked.rules.catalogue.find(code.as_str()).is_none()
            {
                let title = linked.rules.catalogue.file().title.as_str();
                let parts = [("code", code.as_str()), ("catalogue", title)];
                let text = self.words.with("check-code", parts);
                let path = self.here("#quotas");
                self.add("warn", text, path);
            }
        }
    }

    fn quotas(&mut self, seen: &Seen) {
        for quota in seen.quotas.iter().filter(|quota| quota.is_reached()) {
            let what = super::quotas::told(quota, seen, self.words);
            let text = self.words.with("check-quota", [("what", what.as_str())]);
            let path = self.here("#quotas");
            self.add("bad", text, path);
        }
    }
}
