//! The house that is measured: one list, one campaign, everybody linked to it.

use crate::failure::Failure;
use crate::shipped;
use engine::{ContactKind, Number, Settings, Zone};
use jiff::SignedDuration;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use store::{
    Address, Author, Batch, Clock, Durability, ImportCounts, Mode, NewContact, NewList, NewRules,
    NewUser, Role, Store, switchboard,
};
use telephony::{Callee, Fate};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use web::{App, Options};
use workers::{Centre, Lines};

/// Of everybody here. Its hash is a cheap one: logging in is not what is measured.
pub const PASSWORD: &str = "a desk to measure by";
const HASH: &str = "$argon2id$v=19$m=8,t=1,p=1$5jdTUiClyLN/X6lCfsktYQ\
                    $MskAE/VG7JsdgWVLoCEQeCwe3LVFtlTFLAmyrtCORJE";
const NAME: &str = "desks";
/// Dutch numbers that nobody has: 0970 is for machines, and 14 digits are too many for it.
const FIRST_NUMBER: u64 = 31_970_000_000_000;

pub struct House {
    pub store: Store,
    pub logins: Vec<String>,
    zone: Zone,
    folder: PathBuf,
}

impl House {
    pub fn open(desks: usize, contacts: u32) -> Result<Self, Failure> {
        let name = format!("dispo-desks-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder)
            .map_err(|error| Failure::of(format!("{}: {error}", folder.display())))?;
        let address: Address = format!("sqlite:{}", folder.join("desks.db").display()).parse()?;
        let store = Store::open(&address, Clock::System, Durability::Full)?;
        let zone = Zone::new("Europe/Amsterdam").map_err(|error| Failure::of(error.to_string()))?;
        let mut house = Self {
            store,
            logins: Vec::new(),
            zone,
            folder,
        };
        house.fill(contacts)?;
        for n in 1..=desks {
            house.add_user(format!("desk{n}"))?;
        }
        Ok(house)
    }

    /// A list that may be called at any hour: the figures are the same by night.
    fn fill(&self, contacts: u32) -> Result<(), Failure> {
        let list = self.store.add_list_with_campaign(NewList {
            name: NAME.to_owned(),
            country: "NL".to_owned(),
            rules: NewRules {
                catalogue: shipped::catalogue("callpro")?,
                law: None,
                settings: Settings::default(),
            },
            fields: Vec::new(),
        })?;
        let import = self.store.begin_import(list, Mode::Append, NAME, NAME)?;
        let rows: Vec<NewContact> = (1..=contacts).filter_map(|n| self.contact(n)).collect();
        let count = rows.len() as u64;
        let batch = Batch {
            contacts: rows,
            lines_done: count.saturating_add(1),
            counts: ImportCounts {
                rows: count,
                imported: count,
                ..ImportCounts::default()
            },
            ..Batch::default()
        };
        self.store.stage(&import, batch)?;
        self.store.make_live(import.id)?;
        Ok(())
    }

    fn contact(&self, n: u32) -> Option<NewContact> {
        Some(NewContact {
            line: u64::from(n).saturating_add(1),
            key: Some(format!("K{n}")),
            dedupe: Some(i64::from(n)),
            numbers: vec![Number::new(FIRST_NUMBER.saturating_add(u64::from(n))).ok()?],
            zone: self.zone.clone(),
            kind: ContactKind::Company,
            arrival: None,
            consent: None,
            fields: format!(r#"{{"name":"Bedrijf {n}"}}"#),
        })
    }

    fn add_user(&mut self, login: String) -> Result<(), Failure> {
        let new = NewUser {
            login: login.clone(),
            name: login.clone(),
            role: Role::Agent,
            agent: None,
            language: None,
            password_hash: Some(HASH.to_owned()),
            must_change: false,
        };
        let user = self
            .store
            .add_user(new, Author::nobody("bench"))?
            .map_err(|refusal| Failure::of(refusal.to_string()))?;
        let agent = self.store.user(user)?.and_then(|user| user.agent);
        for campaign in self.store.campaigns()? {
            if let Some(agent) = agent {
                self.store.assign(campaign.id, agent)?;
            }
        }
        self.logins.push(login);
        Ok(())
    }

    /// What serves its pages, where, and what works behind them.
    pub fn at_work(
        &self,
        runtime: &Runtime,
    ) -> Result<((SocketAddr, TcpListener), App, Centre), Failure> {
        let failed = |error: std::io::Error| Failure::of(error.to_string());
        let listening = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
        let listener = runtime.block_on(listening).map_err(failed)?;
        let at = listener.local_addr().map_err(failed)?;
        let (switchboard, orders) = switchboard();
        let lines = Lines::simulated(orders, Box::new(|_, _| answers()));
        let centre = Centre::open(self.store.clone(), lines)?;
        let options = Options {
            zone: self.zone.clone(),
            https: false,
            switchboard,
            uploads: self.folder.join("uploads"),
            demo: None,
            soft_phones: None,
            vault: None,
        };
        Ok((
            (at, listener),
            App::new(self.store.clone(), options),
            centre,
        ))
    }
}

/// Everybody answers soon and has time: desks are measured, not people.
fn answers() -> Callee {
    Callee {
        rings_after: Some(SignedDuration::from_millis(400)),
        then_after: SignedDuration::from_millis(800),
        opts_out_after: None,
        fate: Fate::Person {
            hangs_up_after: None,
        },
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // What is left behind is only in the way.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
