//! The answer to "on what ground do you call me?": everything kept of one number.

use crate::called::{Fields, called};
use crate::failure::Failure;
use crate::words::Language;
use engine::{Attempt, Because, Command, Consent, EVIDENCE, Event, ListBasis, Number, Slot};
use jiff::Timestamp;
use lists::Country;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{HistoryLine, Hit, Search, Store, Suppression};

/// Contacts of one number that are told of at most.
const MOST: usize = 500;

#[derive(Debug, Serialize)]
pub struct ConsentReport {
    /// Who answers.
    pub from: String,
    pub number: String,
    /// In which language the letter is written: nl, en, de or hu.
    pub language: &'static str,
    pub at: Timestamp,
    pub contacts: Vec<OfContact>,
    pub suppressions: Vec<Suppressed>,
}

/// The number in one list.
#[derive(Debug, Serialize)]
pub struct OfContact {
    pub list: String,
    pub contact: i64,
    pub name: String,
    pub purpose: Option<engine::Purpose>,
    /// The contact's own ground.
    pub ground: Option<Consent>,
    /// What the client says of the whole list.
    pub list_ground: Option<ListBasis>,
    pub evidence: BTreeMap<String, String>,
    pub uses: Vec<Used>,
}

/// One call.
#[derive(Debug, Serialize)]
pub struct Used {
    pub at: Timestamp,
    pub campaign: Option<String>,
    /// The ground that was used; none where the law asked for none.
    pub ground: Option<Ground>,
}

#[derive(Debug, Serialize)]
pub struct Ground {
    pub basis: engine::Basis,
    pub given_on: jiff::civil::Date,
}

#[derive(Debug, Serialize)]
pub struct Suppressed {
    pub since: Timestamp,
    pub until: Option<Timestamp>,
    /// Everywhere, or in one campaign.
    pub campaign: Option<i64>,
}

impl ConsentReport {
    /// How many contacts and calls it tells of.
    pub fn counts(&self) -> (usize, usize) {
        let calls = self.contacts.iter().map(|contact| contact.uses.len());
        (self.contacts.len(), calls.sum())
    }
}

/// The language of whoever has a number.
pub fn language_of(number: Number) -> Language {
    match lists::phone::country_of(number) {
        Some(Country::Nl) => Language::Dutch,
        Some(Country::De | Country::Ch) => Language::German,
        Some(Country::Hu) => Language::Hungarian,
        _ => Language::English,
    }
}

/// Everything kept of a number.
pub fn consent_report(
    store: &Store,
    number: Number,
    from: String,
    language: Language,
) -> Result<ConsentReport, Failure> {
    let names: BTreeMap<i64, String> = store
        .campaigns()?
        .into_iter()
        .map(|campaign| (campaign.id.0, campaign.name))
        .collect();
    let search = Search {
        text: number.to_string(),
        limit: MOST,
        ..Search::default()
    };
    let mut contacts = Vec::new();
    for hit in store.search(&search)? {
        contacts.extend(of_contact(store, &hit, number, &names)?);
    }
    let suppressions = store.suppressions_of(number)?;
    Ok(ConsentReport {
        from: match from.is_empty() {
            true => store.house_name()?,
            false => from,
        },
        number: number.to_string(),
        language: language.word(),
        at: store.clock().now(),
        contacts,
        suppressions: suppressions.iter().map(suppressed).collect(),
    })
}

fn suppressed(there: &Suppression) -> Suppressed {
    Suppressed {
        since: there.added_at,
        until: there.until_at,
        campaign: Some(there.scope).filter(|scope| *scope != 0),
    }
}

/// What is kept of a contact, if the number is one of its own.
fn of_contact(
    store: &Store,
    hit: &Hit,
    number: Number,
    names: &BTreeMap<i64, String>,
) -> Result<Option<OfContact>, Failure> {
    let (list, id) = (hit.list, hit.row.id);
    let slots = store.numbers_by_slot(list, id)?;
    let Some((slot, _)) = slots.iter().find(|(_, there)| *there == number) else {
        return Ok(None);
    };
    let (Some(there), Some(state)) = (store.list(list)?, store.contact(list, id)?) else {
        return Ok(None);
    };
    let values: Fields = serde_json::from_str(&hit.row.fields)
        .map_err(|error| Failure::Broken(format!("fields of a contact: {error}")))?;
    let settings = &store.rules(there.rules)?.settings;
    let attempts = store.attempts_of(list, id)?;
    let uses = store.history(list, id)?;
    Ok(Some(OfContact {
        name: called(Some(&there), &values, &id.0.to_string()),
        list: there.name,
        contact: id.0,
        purpose: settings.purpose,
        ground: state.consent,
        list_ground: settings.basis.clone(),
        evidence: values
            .into_iter()
            .filter(|(name, value)| EVIDENCE.contains(&name.as_str()) && !value.is_empty())
            .collect(),
        uses: uses
            .iter()
            .filter_map(|line| used(line, *slot, &attempts, names))
            .collect(),
    }))
}

/// A call of the number, with the ground that was used for it.
fn used(
    line: &HistoryLine,
    slot: Slot,
    attempts: &[Attempt],
    names: &BTreeMap<i64, String>,
) -> Option<Used> {
    let Event::Command(Command::Dial { slot: dialled, .. }) = &line.event else {
        return None;
    };
    if *dialled != slot {
        return None;
    }
    let ground = line.because.iter().find_map(|because| match because {
        Because::Ground { basis, given_on } => Some(Ground {
            basis: *basis,
            given_on: *given_on,
        }),
        _ => None,
    });
    let attempt = attempts.iter().find(|attempt| attempt.placed_at == line.at);
    let campaign = attempt.and_then(|attempt| attempt.campaign);
    Some(Used {
        at: line.at,
        campaign: campaign.and_then(|id| names.get(&id.0).cloned()),
        ground,
    })
}
