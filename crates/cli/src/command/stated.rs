//! What a new list is called for, and on which ground: the words of the command line.

use crate::failure::Failure;
use engine::Stated;
use engine::consent::stated::{Part, Words};
use store::{List, Store};

#[derive(Debug, Default, clap::Args)]
pub struct Stating {
    /// What a new list is called for: sales, charity, charity_lottery, press, research or service
    #[arg(long, value_name = "PURPOSE")]
    purpose: Option<String>,
    /// The ground that holds for all of a new list: consent, customer or directory
    #[arg(long, value_name = "BASIS")]
    basis: Option<String>,
    /// When it was given, as YYYY-MM-DD; of customers, the day of the last contract or gift
    #[arg(long, value_name = "DAY")]
    basis_given_on: Option<String>,
    /// Until when it holds, where that was said
    #[arg(long, value_name = "DAY")]
    basis_until: Option<String>,
    /// How and where it was given
    #[arg(long, value_name = "TEXT")]
    basis_source: Option<String>,
}

impl Stating {
    /// What is stated of a list that is to be made; all that is wrong at once.
    pub fn stated(&self) -> Result<Stated, Failure> {
        let said = |word: &'_ Option<String>| word.clone().unwrap_or_default();
        let [basis, given_on, until, source] = [
            said(&self.basis),
            said(&self.basis_given_on),
            said(&self.basis_until),
            said(&self.basis_source),
        ];
        let words = Words {
            purpose: self.purpose.as_deref().unwrap_or_default(),
            basis: &basis,
            given_on: &given_on,
            until: &until,
            source: &source,
        };
        Stated::read(words).map_err(|faults| {
            Failure::all(
                faults
                    .iter()
                    .map(|fault| format!("{}: {fault}", option(fault.part))),
            )
        })
    }

    /// Refuses to go on where a list that is there states something else than is said here.
    pub fn check(&self, store: &Store, list: &List) -> Result<(), Failure> {
        let Some(purpose) = &self.purpose else {
            return Ok(());
        };
        let rules = store.rules(list.rules)?;
        let there = rules.settings.purpose.map(engine::Purpose::word);
        if there == Some(purpose.trim()) {
            return Ok(());
        }
        let name = &list.name;
        let there = there.map_or_else(
            || "without a purpose".to_owned(),
            |there| format!("for the purpose {there}"),
        );
        Err(Failure::of(format!(
            "list `{name}` exists {there}: leave --purpose out, and change it on the list's page"
        )))
    }
}

fn option(part: Part) -> &'static str {
    match part {
        Part::Purpose => "--purpose",
        Part::Basis => "--basis",
        Part::GivenOn => "--basis-given-on",
        Part::Until => "--basis-until",
        Part::Source => "--basis-source",
    }
}
