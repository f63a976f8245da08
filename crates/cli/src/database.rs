//! Opening the database a command works on.

use crate::failure::Failure;
use lists::Country;
use std::path::{Path, PathBuf};
use store::{Address, Campaign, Clock, Durability, List, SetClock, Store};

/// Opens a database that must be there already.
pub fn existing(address: &str) -> Result<Store, Failure> {
    let address: Address = address.parse()?;
    if let Address::Sqlite(file) = &address
        && !file.exists()
    {
        return Err(Failure::of(format!(
            "there is no database {}: name another with --db, or begin one with `dispo import --create`",
            file.display()
        )));
    }
    open(&address)
}

/// Opens a database, making it if there is none.
pub fn or_new(address: &str) -> Result<Store, Failure> {
    open(&address.parse()?)
}

/// By the system's clock, unless the house has played beyond it: a simulated centre is looked
/// at from the instant at which it was left.
fn open(address: &Address) -> Result<Store, Failure> {
    let store = Store::open(address, Clock::System, Durability::Full)?;
    match store.newest_event()? {
        Some(newest) if newest > store.clock().now() => {
            drop(store);
            let clock = Clock::Set(SetClock::at(newest));
            Ok(Store::open(address, clock, Durability::Full)?)
        }
        _ => Ok(store),
    }
}

/// The list of that name.
pub fn list(store: &Store, name: &str) -> Result<List, Failure> {
    store
        .list_by_name(name)?
        .map_or_else(|| Err(no_such_list(store, name)), Ok)
}

/// The campaign of that name.
pub fn campaign(store: &Store, name: &str) -> Result<Campaign, Failure> {
    let campaigns = store.campaigns()?;
    let names: Vec<&str> = campaigns.iter().map(|there| there.name.as_str()).collect();
    let none = || {
        Failure::of(format!(
            "there is no campaign `{name}`: there is {}",
            names.join(", ")
        ))
    };
    let found = campaigns.iter().find(|campaign| campaign.name == name);
    found.cloned().ok_or_else(none)
}

/// The country in whose way a list's numbers are written.
pub fn country_of(list: &List) -> Result<Country, Failure> {
    list.country
        .parse()
        .map_err(|error| Failure::of(format!("list `{}`: {error}", list.name)))
}

fn no_such_list(store: &Store, name: &str) -> Failure {
    let there = match store.lists() {
        Ok(lists) if lists.is_empty() => "there is none yet".to_owned(),
        Ok(lists) => {
            let names: Vec<String> = lists
                .into_iter()
                .map(|list| format!("`{}`", list.name))
                .collect();
            format!("there is {}", names.join(", "))
        }
        Err(error) => return error.into(),
    };
    Failure::of(format!(
        "there is no list `{name}`: {there}; `dispo import --create` makes one"
    ))
}

/// The folder in which files lie until they are imported: the one that is asked for, or one
/// beside the database.
pub fn uploads(address: &Address, asked: Option<&Path>) -> PathBuf {
    match (asked, address) {
        (Some(folder), _) => folder.to_owned(),
        (None, Address::Sqlite(file)) => {
            let mut name = file.as_os_str().to_owned();
            name.push("-uploads");
            PathBuf::from(name)
        }
        (None, Address::Postgres(_)) => PathBuf::from("dispo-uploads"),
    }
}
