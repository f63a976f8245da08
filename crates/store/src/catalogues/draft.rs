//! From a draft to a version: worked on, checked, published, and never changed again.

use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::people::UserId;
use crate::sql::{catalogue as sql, house};
use crate::store::Store;
use engine::Catalogue;
use engine::catalogue::{CatalogueFile, CatalogueProblem};
use jiff::Timestamp;

/// Versions below are the product's own: a later dispo may bring them.
pub const FIRST_OWN_VERSION: u32 = 1000;

/// A catalogue somebody works on. It can be read; what it says may still be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    /// The version it began with; 0 where there was none.
    pub base: i64,
    pub body: String,
    pub changed_at: Timestamp,
    pub changed_by: Option<UserId>,
}

/// Why a draft is no version yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unpublished {
    NoDraft,
    Problems(Vec<CatalogueProblem>),
}

impl Store {
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        self.read(|conn| conn.rows(&sql::DRAFTS, &[])?.iter().map(draft).collect())
    }

    pub fn draft(&self, name: &str) -> Result<Option<Draft>> {
        self.read(|conn| one(conn, name))
    }

    /// Keeps a draft under the name of its file, written over the text it was read from. The
    /// version it began with stays that of the first time.
    pub fn save_draft(
        &self,
        file: &CatalogueFile,
        over: &str,
        base: i64,
        by: Option<UserId>,
    ) -> Result<()> {
        let (name, body) = (file.name.clone(), file.write_over(over));
        self.write(move |conn, now| {
            let args = [
                name.as_str().into(),
                base.into(),
                body.as_str().into(),
                now.as_microsecond().into(),
                by.map(|user| user.0).into(),
            ];
            conn.exec(&sql::SAVE_DRAFT, &args).map(|_| ())
        })
    }

    pub fn drop_draft(&self, name: &str) -> Result<()> {
        let name = name.to_owned();
        self.write(move |conn, _| {
            conn.exec(&sql::DROP_DRAFT, &[name.as_str().into()])
                .map(|_| ())
        })
    }

    /// Makes a draft the next version of its name, if nothing is wrong with it.
    pub fn publish(
        &self,
        name: &str,
        by: Option<UserId>,
        note: &str,
    ) -> Result<std::result::Result<u32, Unpublished>> {
        let (name, note) = (name.to_owned(), note.to_owned());
        self.write(move |conn, now| publish(conn, &name, by, &note, now))
    }
}

fn publish(
    conn: &mut dyn Conn,
    name: &str,
    by: Option<UserId>,
    note: &str,
    now: Timestamp,
) -> Result<std::result::Result<u32, Unpublished>> {
    let Some(draft) = one(conn, name)? else {
        return Ok(Err(Unpublished::NoDraft));
    };
    let mut file = match Catalogue::parse(&draft.body) {
        Ok(catalogue) => catalogue.file().clone(),
        Err(problems) => return Ok(Err(Unpublished::Problems(problems))),
    };
    let rows = conn.rows(&sql::NEWEST, &[name.into()])?;
    let newest = rows.first().map(|row| row.maybe_int(0)).transpose()?;
    let newest = newest
        .flatten()
        .and_then(|newest| u32::try_from(newest).ok());
    let next = newest.map_or(0, |newest| newest.saturating_add(1));
    file.version = next.max(FIRST_OWN_VERSION);
    let (version, body) = (i64::from(file.version), file.write_over(&draft.body));
    let kept = [name.into(), version.into(), body.as_str().into()];
    conn.exec(&house::ADD_CATALOGUE, &kept)?;
    let told = [
        name.into(),
        version.into(),
        now.as_microsecond().into(),
        by.map(|user| user.0).into(),
        note.into(),
    ];
    conn.exec(&sql::PUBLISHED, &told)?;
    conn.exec(&sql::DROP_DRAFT, &[name.into()])?;
    Ok(Ok(file.version))
}

fn one(conn: &mut dyn Conn, name: &str) -> Result<Option<Draft>> {
    let rows = conn.rows(&sql::DRAFT, &[name.into()])?;
    rows.first().map(draft).transpose()
}

fn draft(row: &Row) -> Result<Draft> {
    Ok(Draft {
        name: row.text(0)?.to_owned(),
        base: row.int(1)?,
        body: row.text(2)?.to_owned(),
        changed_at: instant(row.int(3)?),
        changed_by: row.maybe_int(4)?.map(UserId),
    })
}
