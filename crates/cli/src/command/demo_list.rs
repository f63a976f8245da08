//! The demo's list, taken in as any other: checked, staged, made live.

use super::new_list::Plan;
use crate::failure::Failure;
use engine::{Purpose, Stated};
use import::{Handling, Order, Source, run};
use lists::Country;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use store::{Campaign, List, Mode, Store};

/// The list and its campaign; by it a database is known for a demo's.
pub const NAME: &str = "demo-voorjaar";
const FILE: &str = "bellijst-voorjaar.csv";
const CONTENT: &[u8] = include_bytes!("../../../../demo/bellijst-voorjaar.csv");
/// How the campaign is called, and what its agents say.
const CAMPAIGN: &str = "Voorjaarsactie energieadvies";
const SCRIPT: &str = include_str!("../../../../demo/belscript-voorjaar.txt");

/// Takes the list in, unless it is there; says whether it was taken in just now.
pub fn import(store: &Store) -> Result<bool, Failure> {
    let there = store.list_by_name(NAME)?;
    if let Some(list) = &there
        && store.stock(list.id)? != store::Stock::default()
    {
        return Ok(false);
    }
    let folder = Folder::new()?;
    let source = folder.source()?;
    let list = match there {
        Some(list) => list,
        None => {
            let stated = Stated {
                purpose: Purpose::Sales,
                basis: None,
            };
            Plan::new(NAME, Country::Nl, "callpro", stated)?.make(store, &source)?
        }
    };
    let order = Order {
        mode: Mode::Append,
        invalid: Handling::Code,
        duplicate: Handling::Code,
        stop_after: None,
        absent_most: import::ABSENT_MOST,
    };
    dress_campaign(store, &list)?;
    let stop = AtomicBool::new(false);
    run(
        store,
        &list,
        Country::Nl,
        source,
        &order,
        &stop,
        &mut |_| {},
    )
    .map(|_| true)
    .map_err(|failure| super::import::of(failure, Path::new(FILE)))
}

/// Gives the list's campaign its own name, and a script.
fn dress_campaign(store: &Store, list: &List) -> Result<(), Failure> {
    for link in store.links(list.id)? {
        if let Some(campaign) = store.campaign(link.campaign)? {
            let named = Campaign {
                name: CAMPAIGN.to_owned(),
                ..campaign
            };
            store
                .change_campaign(named)?
                .map_err(|refusal| Failure::of(format!("campaign `{CAMPAIGN}`: {refusal:?}")))?;
            store.set_script(link.campaign, None, SCRIPT.trim(), "Dispo")?;
        }
    }
    Ok(())
}

/// A folder with the file in it, for as long as it is read.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, Failure> {
        let name = format!("dispo-demo-{}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0)
            .and_then(|()| fs::write(folder.0.join(FILE), CONTENT))
            .map_err(|error| {
                let place = folder.0.display();
                Failure::of(format!(
                    "{place}: the demo's list cannot be put there: {error}"
                ))
            })?;
        Ok(folder)
    }

    fn source(&self) -> Result<Source, Failure> {
        let file = self.0.join(FILE);
        Source::open(&file, None, None).map_err(|failure| super::import::of(failure, &file))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left in the folder for temporary files does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}
