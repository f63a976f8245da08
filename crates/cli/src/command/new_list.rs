//! A list as `--create` makes it: with a catalogue, the law of its country, and a running
//! campaign of the same name.

use crate::failure::Failure;
use crate::out;
use crate::shipped;
use engine::{Catalogue, Stated};
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
    pub fn new(
        name: &str,
        country: Country,
        catalogue: &str,
        stated: Stated,
    ) -> Result<Self, Failure> {
        if name.trim().is_empty() {
            return Err(Failure::of("--list: a list needs a name"));
        }
        let text = shipped::catalogue(catalogue)?;
        let rules = rules_of(catalogue, text, country, stated).map_err(Failure::all)?;
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
        if let Some(given_on) = self.begins_later(store) {
            out::note(format!(
                "note: the ground of list `{}` is given on {given_on}, which is yet to come; until then it does not count",
                self.name
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

impl Plan {
    /// The day on which the list's own ground begins, if that is not yet.
    fn begins_later(&self, store: &Store) -> Option<jiff::civil::Date> {
        let today = engine::Zone::UTC.local(store.clock().now()).date();
        let basis = self.rules.settings.basis.as_ref()?;
        Some(basis.consent.given_on).filter(|given_on| *given_on > today)
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
