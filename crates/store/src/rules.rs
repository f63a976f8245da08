//! Rules by their version. They never change under it, so they are kept once loaded.

use crate::conn::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::sql::house as sql;
use engine::{Catalogue, Law, Rules, Settings};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Debug, Default)]
pub(crate) struct RulesCache(Mutex<HashMap<i64, Arc<Rules>>>);

impl RulesCache {
    pub fn load(&self, conn: &mut dyn Conn, id: i64) -> Result<Arc<Rules>> {
        if let Some(rules) = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&id)
        {
            return Ok(rules.clone());
        }
        let rules = Arc::new(read(conn, id)?);
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id, rules.clone());
        Ok(rules)
    }
}

fn read(conn: &mut dyn Conn, id: i64) -> Result<Rules> {
    let corrupt = |column: &str, problem: String| StoreError::Corrupt {
        table: "rules".into(),
        column: column.into(),
        row: id.to_string(),
        problem,
    };
    let rows = conn.rows(&sql::RULES, &[id.into()])?;
    let row = rows
        .first()
        .ok_or_else(|| corrupt("id", "there are no such rules".into()))?;
    let catalogue =
        Catalogue::parse(row.text(1)?).map_err(|problems| corrupt("catalogue", join(&problems)))?;
    let law = match row.maybe_text(2)? {
        Some(body) => {
            Law::parse(body, row.text(4)?).map_err(|problems| corrupt("law", join(&problems)))?
        }
        None => Law::open(),
    };
    let settings: Settings = serde_json::from_str(row.text(3)?)
        .map_err(|error| corrupt("settings", error.to_string()))?;
    let laid = settings.overlay.over(&catalogue);
    Ok(Rules {
        version: id,
        catalogue: laid.map_err(|problems| corrupt("settings", join(&problems)))?,
        law,
        settings,
    })
}

fn join<T: ToString>(problems: &[T]) -> String {
    problems
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

/// What new rules are made of.
#[derive(Debug, Clone)]
pub struct NewRules {
    /// Text of the catalogue file.
    pub catalogue: String,
    /// Text of the jurisdiction file; none restricts nothing.
    pub law: Option<String>,
    pub settings: Settings,
}

/// Keeps new rules and gives their version.
pub(crate) fn add(conn: &mut dyn Conn, new: &NewRules) -> Result<i64> {
    let refuse = |problems: String| StoreError::other("rules.add", problems);
    let catalogue = Catalogue::parse(&new.catalogue).map_err(|problems| refuse(join(&problems)))?;
    let (name, version) = (catalogue.name(), i64::from(catalogue.file().version));
    conn.exec(
        &sql::ADD_CATALOGUE,
        &[name.into(), version.into(), new.catalogue.as_str().into()],
    )?;
    let kept = conn.rows(&sql::CATALOGUE, &[name.into(), version.into()])?;
    if kept.first().map(|row| row.text(0)).transpose()? != Some(new.catalogue.as_str()) {
        return Err(refuse(format!(
            "catalogue `{name}` version {version} exists with other content: give the changed file a new version"
        )));
    }
    let (country, law_version) = match &new.law {
        None => (String::new(), String::new()),
        Some(text) => {
            let law = Law::parse(text, "law").map_err(|problems| refuse(join(&problems)))?;
            let key = (law.country().to_owned(), law.version().to_owned());
            conn.exec(
                &sql::ADD_LAW,
                &[
                    key.0.as_str().into(),
                    key.1.as_str().into(),
                    text.as_str().into(),
                ],
            )?;
            let kept = conn.rows(&sql::LAW, &[key.0.as_str().into(), key.1.as_str().into()])?;
            if kept.first().map(|row| row.text(0)).transpose()? != Some(text.as_str()) {
                return Err(refuse(format!(
                    "law of `{}` version `{}` exists with other content: give the changed file a new version",
                    key.0, key.1
                )));
            }
            key
        }
    };
    let settings = crate::record::row::json("rules.add", &new.settings)?;
    let rows = conn.rows(
        &sql::ADD_RULES,
        &[
            name.into(),
            version.into(),
            country.into(),
            law_version.into(),
            Value::Text(settings),
        ],
    )?;
    rows.first()
        .map_or_else(|| Err(refuse("gave no id".into())), |row| row.int(0))
}
