//! Parts of a line: as people read them, and as they stand in an address.

use crate::area::contacts::Coded;
use crate::failure::Failure;
use crate::words::Words;
use engine::{AgentId, CampaignId, ListId, Outcome, Rules};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Part, Store};

/// Names of what lines speak of.
pub struct Names {
    pub lists: BTreeMap<ListId, (String, Arc<Rules>)>,
    pub agents: BTreeMap<AgentId, String>,
    campaigns: BTreeMap<CampaignId, String>,
}

/// A part as it is shown: with the hue of its group where it has one.
#[derive(PartialEq, Eq)]
pub struct Shown {
    pub text: String,
    pub group: Option<String>,
}

impl Names {
    pub fn read(store: &Store) -> Result<Self, Failure> {
        let mut lists = BTreeMap::new();
        for list in store.lists()? {
            lists.insert(list.id, (list.name, store.rules(list.rules)?));
        }
        Ok(Self {
            lists,
            agents: store.agents()?.into_iter().collect(),
            campaigns: store
                .campaigns()?
                .into_iter()
                .map(|campaign| (campaign.id, campaign.name))
                .collect(),
        })
    }

    pub fn show(&self, part: &Part, words: &Words) -> Shown {
        let plain = |text: String| Shown { text, group: None };
        match part {
            Part::List(id) => plain(self.list(*id)),
            Part::Campaign(Some(id)) => plain(self.campaign(*id)),
            Part::Campaign(None) => plain(words.t("results-no-campaign")),
            Part::Agent(id) => plain(self.agent(*id)),
            Part::Code(code) => self.code(code, words),
            Part::Group(group) => Shown {
                text: self.group(group, words),
                group: Some(group.clone()),
            },
            Part::Day(day) => plain(format!(
                "{} {}",
                words.weekday(day.weekday()),
                words.day(*day)
            )),
            Part::Week(monday) => {
                plain(words.with("results-week-of", [("day", words.day(*monday).as_str())]))
            }
            Part::Hour(hour) => plain(format!("{hour:02}:00–{hour:02}:59")),
            Part::Outcome(outcome) => {
                plain(words.t(&format!("outcome-{}", outcome.word().replace('_', "-"))))
            }
            Part::Number(number) => plain(number.to_string()),
        }
    }

    pub fn list(&self, id: ListId) -> String {
        self.lists
            .get(&id)
            .map_or_else(|| id.0.to_string(), |(name, _)| name.clone())
    }

    fn campaign(&self, id: CampaignId) -> String {
        self.campaigns
            .get(&id)
            .cloned()
            .unwrap_or_else(|| id.0.to_string())
    }

    pub fn agent(&self, id: AgentId) -> String {
        self.agents
            .get(&id)
            .cloned()
            .unwrap_or_else(|| id.0.to_string())
    }

    /// Lists may speak different catalogues: the first that knows the code names it.
    pub fn code(&self, code: &str, words: &Words) -> Shown {
        let known = self
            .lists
            .values()
            .find(|(_, rules)| rules.catalogue.find(code).is_some())
            .map(|(_, rules)| &rules.catalogue);
        let coded = Coded::in_catalogue(known, words, code);
        Shown {
            text: format!("{} {}", coded.code, coded.label),
            group: Some(coded.group),
        }
    }

    fn group(&self, key: &str, words: &Words) -> String {
        let language = words.language().word();
        self.lists
            .values()
            .flat_map(|(_, rules)| &rules.catalogue.file().groups)
            .find(|group| group.key == key)
            .and_then(|group| group.label.get(language))
            .map_or_else(|| key.to_owned(), |label| format!("{key} {label}"))
    }
}

/// A line as an address holds it: `code.130~hour.14`.
pub fn written(parts: &[Part]) -> String {
    let written: Vec<String> = parts.iter().map(one).collect();
    written.join("~")
}

fn one(part: &Part) -> String {
    match part {
        Part::List(id) => format!("list.{}", id.0),
        Part::Campaign(Some(id)) => format!("campaign.{}", id.0),
        Part::Campaign(None) => "campaign.".to_owned(),
        Part::Agent(id) => format!("agent.{}", id.0),
        Part::Code(code) => format!("code.{code}"),
        Part::Group(group) => format!("group.{group}"),
        Part::Day(day) => format!("day.{day}"),
        Part::Week(monday) => format!("week.{monday}"),
        Part::Hour(hour) => format!("hour.{hour}"),
        Part::Outcome(outcome) => format!("outcome.{}", outcome.word()),
        Part::Number(number) => format!("number.{number}"),
    }
}

/// The parts of an address; none where it is no line of ours.
pub fn read(text: &str) -> Option<Vec<Part>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split('~').map(read_one).collect()
}

fn read_one(text: &str) -> Option<Part> {
    let (dimension, value) = text.split_once('.')?;
    Some(match dimension {
        "list" => Part::List(ListId(value.parse().ok()?)),
        "campaign" if value.is_empty() => Part::Campaign(None),
        "campaign" => Part::Campaign(Some(CampaignId(value.parse().ok()?))),
        "agent" => Part::Agent(AgentId(value.parse().ok()?)),
        "code" => Part::Code(value.to_owned()),
        "group" => Part::Group(value.to_owned()),
        "day" => Part::Day(value.parse().ok()?),
        "week" => Part::Week(value.parse().ok()?),
        "hour" => Part::Hour(value.parse().ok()?),
        "outcome" => Part::Outcome(
            Outcome::ALL
                .into_iter()
                .find(|outcome| outcome.word() == value)?,
        ),
        "number" => Part::Number(value.parse().ok()?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{read, written};
    use engine::{AgentId, CampaignId, ListId, Outcome};
    use jiff::civil::date;
    use store::Part;

    #[test]
    fn a_line_comes_back_from_its_address() {
        let parts = vec![
            Part::List(ListId(3)),
            Part::Campaign(Some(CampaignId(2))),
            Part::Campaign(None),
            Part::Agent(AgentId(7)),
            Part::Code("4.6".to_owned()),
            Part::Group(String::new()),
            Part::Day(date(2026, 11, 24)),
            Part::Week(date(2026, 11, 23)),
            Part::Hour(14),
            Part::Outcome(Outcome::NoAnswer),
            Part::Number(2),
        ];
        assert_eq!(read(&written(&parts)), Some(parts));
        assert_eq!(read(""), Some(Vec::new()));
        assert_eq!(read("code"), None);
        assert_eq!(read("hour.noon"), None);
    }
}
