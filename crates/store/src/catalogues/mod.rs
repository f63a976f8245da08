//! Catalogues by name and version. A version never changes; a list says which one it works by
//! and moves to another when somebody says so.

mod draft;

use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::house;
use crate::people::UserId;
use crate::record::row::json;
use crate::rules::RulesCache;
use crate::sql::{catalogue as sql, house as sql_house};
use crate::store::Store;
use engine::catalogue::CatalogueProblem;
use engine::{Catalogue, ListId, Settings};
use jiff::Timestamp;

pub use draft::{Draft, FIRST_OWN_VERSION, Unpublished};

/// One version that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueVersion {
    pub name: String,
    pub version: i64,
    /// When, by whom and with which words; none of a version that came with a file.
    pub published: Option<(Timestamp, Option<UserId>, String)>,
    /// How many lists work by it.
    pub lists: i64,
}

/// Why a list does not move to a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmoved {
    NoSuchVersion,
    /// Contacts stand under codes it does not have.
    Codes(Vec<String>),
}

impl Store {
    /// All versions there are: by name, the newest first.
    pub fn catalogue_versions(&self) -> Result<Vec<CatalogueVersion>> {
        self.read(|conn| {
            conn.rows(&sql::VERSIONS, &[])?
                .iter()
                .map(version)
                .collect()
        })
    }

    /// The file of one version, as it was kept.
    pub fn catalogue_text(&self, name: &str, version: i64) -> Result<Option<String>> {
        self.read(|conn| text(conn, name, version))
    }

    /// The catalogue of a list as it was published, without what is laid over it.
    pub fn bare_catalogue(&self, list: ListId) -> Result<Option<Catalogue>> {
        let Some(there) = self.list(list)? else {
            return Ok(None);
        };
        let rules = self.rules(there.rules)?;
        let file = rules.catalogue.file();
        let text = self.catalogue_text(&file.name, i64::from(file.version))?;
        let parsed = text.map(|text| Catalogue::parse(&text)).transpose();
        parsed.map_err(told)
    }

    /// From now on a list works by this version, under the same law and settings; of what was
    /// laid over its codes as much stays as fits. Gives the version of its new rules.
    pub fn set_catalogue(
        &self,
        list: ListId,
        name: &str,
        version: i64,
    ) -> Result<std::result::Result<i64, Unmoved>> {
        let (name, rules) = (name.to_owned(), self.rules_cache());
        let written = self.write(move |conn, _| set(conn, &rules, list, (&name, version)));
        self.telling(Hint::List(list), written)
    }
}

fn set(
    conn: &mut dyn Conn,
    cache: &RulesCache,
    list: ListId,
    (name, version): (&str, i64),
) -> Result<std::result::Result<i64, Unmoved>> {
    let missing = || {
        StoreError::other(
            "rules.with_catalogue",
            format!("there is no list {}", list.0),
        )
    };
    let there = house::list_by_id(conn, list)?.ok_or_else(missing)?;
    let Some(text) = text(conn, name, version)? else {
        return Ok(Err(Unmoved::NoSuchVersion));
    };
    let catalogue = Catalogue::parse(&text).map_err(told)?;
    let mut without = Vec::new();
    for row in conn.rows(&sql::CODES_OF_LIST, &[list.0.into()])? {
        let code = row.text(0)?;
        if catalogue.find(code).is_none() {
            without.push(code.to_owned());
        }
    }
    if !without.is_empty() {
        return Ok(Err(Unmoved::Codes(without)));
    }
    let settings = cache.load(conn, there.rules)?.settings.clone();
    let settings = Settings {
        overlay: settings.overlay.fitting(&catalogue),
        ..settings
    };
    settings.overlay.over(&catalogue).map_err(told)?;
    let args = [
        name.into(),
        version.into(),
        json("rules.with_catalogue", &settings)?.into(),
        there.rules.into(),
    ];
    let rows = conn.rows(&sql::RULES_WITH, &args)?;
    let rules = rows.first().ok_or_else(missing)?.int(0)?;
    conn.exec(&sql_house::SET_RULES, &[rules.into(), list.0.into()])?;
    Ok(Ok(rules))
}

fn text(conn: &mut dyn Conn, name: &str, version: i64) -> Result<Option<String>> {
    let rows = conn.rows(&sql_house::CATALOGUE, &[name.into(), version.into()])?;
    rows.first()
        .map(|row| row.text(0).map(str::to_owned))
        .transpose()
}

fn told(problems: Vec<CatalogueProblem>) -> StoreError {
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    StoreError::other("catalogue.body", told.join("; "))
}

fn version(row: &Row) -> Result<CatalogueVersion> {
    let published = match row.maybe_int(2)? {
        Some(at) => {
            let note = row.maybe_text(4)?.unwrap_or_default().to_owned();
            Some((instant(at), row.maybe_int(3)?.map(UserId), note))
        }
        None => None,
    };
    Ok(CatalogueVersion {
        name: row.text(0)?.to_owned(),
        version: row.int(1)?,
        published,
        lists: row.int(5)?,
    })
}
