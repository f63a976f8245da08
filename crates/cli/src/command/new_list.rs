//! A list as `--create` makes it: with a catalogue, the law of its country, and a running
//! campaign of the same name.

use crate::failure::Failure;
use crate::out;
use crate::shipped;
use engine::Catalogue;
use import::{Source, fields_of, rules_of};
use lists::Country;
use store::{List, NewList, NewRules, Store};

/// A list that can be made: everything it needs has been read and checked.
pub struct Plan {
    name: String,
    country: Country,
    rules: NewRules,
}

impl Plan {
    pub fn new(name: &str, country: Country, catalogue: &str) -> Result<Self, Failure> {
        if name.trim().is_empty() {
            return Err(Failure::of("--list: a list needs a name"));
        }
        let text = shipped::catalogue(catalogue)?;
        let rules = rules_of(catalogue, text, country).map_err(Failure::all)?;
        Ok(Self {
            name: name.to_owned(),
            country,
            rules,
        })
    }

    pub fn make(self, store: &Store, source: &Source) -> Result<List, Failure> {
        if self.rules.law.is_none() {
            out::note(format!(
                "note: Dispo ships no law for {}; nothing restricts when list `{}` is called",
                self.country, self.name
            ));
        }
        let list = store.add_list_with_campaign(NewList {
            name: self.name.clone(),
            country: self.country.code().to_owned(),
            rules: self.rules,
            fields: fields_of(source),
        })?;
        store.list(list)?.ok_or_else(|| {
            Failure::of(format!("list `{}` could not be made: try again", self.name))
        })
    }
}

/// Refuses to go on where a list exists with another catalogue than the one asked for.
pub fn check_catalogue(store: &Store, list: &List, wanted: &str) -> Result<(), Failure> {
    let text = shipped::catalogue(wanted)?;
    let parsed = Catalogue::parse(&text).map_err(|problems| {
        Failure::all(
            problems
                .iter()
                .map(|problem| format!("{wanted}: {problem}")),
        )
    })?;
    let rules = store.rules(list.rules)?;
    if rules.catalogue.name() == parsed.name() {
        return Ok(());
    }
    Err(Failure::of(format!(
        "list `{}` exists with catalogue `{}`: leave --catalogue out, or give another list's name",
        list.name,
        rules.catalogue.name()
    )))
}
