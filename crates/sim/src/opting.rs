//! People who say that they are not to be called, at any moment and by any door, while the day
//! goes on. Whom that covers is worked out here once more, independently of the store.

use crate::chance::Dice;
use crate::error::SimError;
use crate::world::World;
use engine::catalogue::Extent;
use engine::{Actor, ContactId, ListId, Number, Report, Slot};
use std::collections::BTreeMap;
use store::{Entry, NewRegister, RegisterChange, Store, Subject, Suppression};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Everywhere,
    Campaign,
    Advertiser,
    Person,
    Domain,
    Register,
    Menu,
}

impl Way {
    const ALL: [Self; 7] = [
        Self::Everywhere,
        Self::Campaign,
        Self::Advertiser,
        Self::Person,
        Self::Domain,
        Self::Register,
        Self::Menu,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Campaign => "campaign",
            Self::Advertiser => "advertiser",
            Self::Person => "person",
            Self::Domain => "domain",
            Self::Register => "register",
            Self::Menu => "menu",
        }
    }
}

/// Somebody who can be called.
#[derive(Debug, Clone)]
struct Known {
    list: ListId,
    contact: ContactId,
    numbers: Vec<Number>,
    /// Before and after the @, in small letters.
    address: Option<(String, String)>,
    /// Where its list is called, and on whose behalf.
    campaigns: Vec<i64>,
    advertisers: Vec<i64>,
}

pub(crate) struct Opting {
    dice: Dice,
    per_mille: u64,
    known: Vec<Known>,
    /// The register is there, so that numbers can be added to it.
    registered: bool,
}

impl Opting {
    pub fn new(store: &Store, seed: u64, per_mille: u64) -> Result<Self, SimError> {
        Ok(Self {
            dice: Dice::of(&[seed, 0x0b70]),
            per_mille,
            known: match per_mille {
                0 => Vec::new(),
                _ => everybody(store)?,
            },
            registered: false,
        })
    }

    /// Perhaps somebody opts out just now.
    pub fn perhaps(&mut self, world: &mut World) -> Result<(), SimError> {
        if self.per_mille == 0 || !self.dice.happens(self.per_mille) {
            return Ok(());
        }
        let who = self.dice.choose(&self.known).cloned();
        let way = self.dice.choose(&Way::ALL).copied();
        let (Some(who), Some(way)) = (who, way) else {
            return Ok(());
        };
        let Some(number) = self.dice.choose(&who.numbers).copied() else {
            return Ok(());
        };
        if self.by(world, way, &who, number)? {
            let at = world.now();
            let covered = self
                .known
                .iter()
                .filter(|one| covers(way, &who, number, one));
            let covered: Vec<ContactId> = covered.map(|one| one.contact).collect();
            world.door.laws.opted_out(way.word(), covered, at);
        }
        Ok(())
    }

    /// Says whether it could be said by that door at all.
    fn by(
        &mut self,
        world: &mut World,
        way: Way,
        who: &Known,
        number: Number,
    ) -> Result<bool, SimError> {
        let now = world.now();
        let of = |subject: Subject| Suppression::everywhere(subject, way.word(), now);
        let new = match (way, &who.address) {
            (Way::Menu, _) => return menu(world, who, number),
            (Way::Register, _) => return self.register(world, number),
            (Way::Everywhere, _) => of(number.into()),
            (Way::Campaign, _) => match who.campaigns.first() {
                Some(scope) => Suppression {
                    extent: Extent::Campaign,
                    scope: *scope,
                    ..of(number.into())
                },
                None => return Ok(false),
            },
            (Way::Advertiser, _) => match who.advertisers.first() {
                Some(scope) => Suppression {
                    extent: Extent::Advertiser,
                    scope: *scope,
                    ..of(number.into())
                },
                None => return Ok(false),
            },
            (Way::Person, Some((local, domain))) => {
                match Subject::person(&format!("{local}@{domain}")) {
                    Some(person) => of(person),
                    None => return Ok(false),
                }
            }
            (Way::Domain, Some((_, domain))) => match Subject::domain(domain) {
                Some(domain) => of(domain),
                None => return Ok(false),
            },
            (Way::Person | Way::Domain, None) => return Ok(false),
        };
        // Whoever asked may close the contacts, or die before: the keeper does it then.
        let closes = self.dice.happens(500);
        world.door.suppress(&new)?;
        if closes {
            close(world, &new)?;
        }
        Ok(true)
    }

    fn register(&mut self, world: &mut World, number: Number) -> Result<bool, SimError> {
        let new = NewRegister {
            name: "client".to_owned(),
            extent: Extent::Everywhere,
            scope: 0,
            source: "the client".to_owned(),
            as_of: world.now(),
            from_at: None,
            until_at: None,
        };
        let change = match self.registered {
            true => RegisterChange::Add,
            false => RegisterChange::Full,
        };
        let store = world.door.store();
        let taken = store.import_register(&new, change, vec![number], &mut |_| {});
        self.registered |= taken.is_ok();
        Ok(taken.is_ok())
    }
}

/// Closes what it covers, as whoever took it in does.
fn close(world: &mut World, new: &Suppression) -> Result<(), SimError> {
    let covered = world.door.store().covered_by(new)?;
    let entries: Vec<Entry> = covered
        .into_iter()
        .map(|(list, contact)| Entry::report(list, contact, Actor::Keeper, new.told()))
        .collect();
    for one_list in entries.chunk_by(|a, b| a.list == b.list) {
        for answer in world.door.deliver(one_list.to_vec())?.iter().flatten() {
            world.see(answer);
        }
    }
    Ok(())
}

/// After a call of hers, if there was one.
fn menu(world: &mut World, who: &Known, number: Number) -> Result<bool, SimError> {
    let slot = who.numbers.iter().position(|one| *one == number);
    let slot = slot.and_then(|slot| u8::try_from(slot).ok());
    let attempt = world.door.laws.dialled(who.contact).last().copied();
    let (Some(slot), Some(attempt)) = (slot, attempt) else {
        return Ok(false);
    };
    let report = Report::OptedOut {
        attempt,
        slot: Slot(slot),
    };
    let entry = Entry::report(who.list, who.contact, Actor::Line, report);
    let recorded = world.door.record(entry);
    if let Ok(recorded) = &recorded {
        world.see(recorded);
    }
    Ok(recorded.is_ok())
}

/// Whom it covers, as the glossary says it.
fn covers(way: Way, who: &Known, number: Number, one: &Known) -> bool {
    let has_number = one.numbers.contains(&number);
    let shares = |a: &[i64], b: &[i64]| a.first().is_some_and(|first| b.contains(first));
    match way {
        Way::Everywhere | Way::Register | Way::Menu => has_number,
        Way::Campaign => has_number && shares(&who.campaigns, &one.campaigns),
        Way::Advertiser => has_number && shares(&who.advertisers, &one.advertisers),
        Way::Person => one.address.is_some() && one.address == who.address,
        Way::Domain => match (&who.address, &one.address) {
            (Some((_, domain)), Some((_, other))) => {
                other == domain || other.ends_with(&format!(".{domain}"))
            }
            _ => false,
        },
    }
}

fn everybody(store: &Store) -> Result<Vec<Known>, SimError> {
    let campaigns = store.campaigns()?;
    let mut all = Vec::new();
    for list in store.lists()? {
        let links = store.links(list.id)?;
        let own: Vec<i64> = links.iter().map(|link| link.campaign.0).collect();
        let advertisers: Vec<i64> = campaigns
            .iter()
            .filter(|campaign| own.contains(&campaign.id.0))
            .filter_map(|campaign| Some(campaign.advertiser?.0))
            .collect();
        let mut rows = BTreeMap::new();
        store.each_contact(list.id, &mut |row| {
            rows.insert(row.id, address(&row.fields));
            Ok(())
        })?;
        for (contact, address) in rows {
            all.push(Known {
                list: list.id,
                contact,
                numbers: store.numbers_of(list.id, contact)?,
                address,
                campaigns: own.clone(),
                advertisers: advertisers.clone(),
            });
        }
    }
    Ok(all)
}

/// The first address among the fields.
fn address(fields: &str) -> Option<(String, String)> {
    let words = fields.split(['"', ' ', ',']);
    let whole = words.into_iter().find(|word| word.contains('@'))?;
    let (local, domain) = whole.split_once('@')?;
    Some((local.to_lowercase(), domain.to_lowercase()))
}
