//! Finding contacts: by number, key or id at once, by any text in their fields with a look at
//! all of them, or one after the other by what they are.

use crate::conn::Conn;
use crate::error::Result;
use crate::export::{ContactRow, contact_row};
use crate::sql::{figure, statistics as sql};
use crate::store::Store;
use engine::{AgentId, ContactId, ListId};

/// The longest E.164 number has so many digits.
const LONGEST: u32 = 15;
/// Fewer digits than this lead to too many numbers.
const DIGITS_LEAST: usize = 4;

/// What is looked for. Everything given must hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Search {
    /// Part of a field, the beginning of a number with its country code, a key or an id.
    pub text: String,
    pub list: Option<ListId>,
    /// `new`, `unreached`, `callback`, `suspended`, `closed` or `in_hand`.
    pub state: Option<String>,
    pub code: Option<String>,
    pub owner: Option<AgentId>,
    /// Only contacts behind this one, where no text is looked for.
    pub after: Option<(ListId, ContactId)>,
    pub limit: usize,
}

/// A contact that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub list: ListId,
    pub row: ContactRow,
}

impl Store {
    /// The contacts found: by id, key or number first. A text shorter than two characters finds
    /// ids and keys alone.
    pub fn search(&self, search: &Search) -> Result<Vec<Hit>> {
        let text = search.text.trim();
        if text.is_empty() {
            return self.read(|conn| {
                let found = browse(conn, search)?;
                cards(conn, search, found)
            });
        }
        let mut found = self.find_contact(text, search.list)?;
        self.read(|conn| {
            for place in by_number(conn, search)?
                .into_iter()
                .chain(by_text(conn, search)?)
            {
                if !found.contains(&place) {
                    found.push(place);
                }
            }
            cards(conn, search, found)
        })
    }
}

type Place = (ListId, ContactId);

fn browse(conn: &mut dyn Conn, search: &Search) -> Result<Vec<Place>> {
    let list = search.list.map_or(0, |list| list.0);
    let (after_list, after) = search
        .after
        .map_or((0, 0), |(list, contact)| (list.0, contact.0));
    let state = search.state.as_deref().unwrap_or_default();
    let code = search.code.as_deref().unwrap_or_default();
    let owner = search.owner.map_or(0, |owner| owner.0);
    let rows = conn.rows(
        &sql::BROWSE,
        &[
            list.into(),
            list.into(),
            after_list.into(),
            after_list.into(),
            after.into(),
            state.into(),
            state.into(),
            code.into(),
            code.into(),
            owner.into(),
            owner.into(),
            limit(search).into(),
        ],
    )?;
    places(&rows)
}

fn by_number(conn: &mut dyn Conn, search: &Search) -> Result<Vec<Place>> {
    let looks_like_one = search
        .text
        .chars()
        .all(|c| c.is_ascii_digit() || "+ -()/.".contains(c));
    let digits: String = search.text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    let mut found = Vec::new();
    if !looks_like_one || digits.len() < DIGITS_LEAST {
        return Ok(found);
    }
    let Ok(begins) = digits.parse::<i64>() else {
        return Ok(found);
    };
    let more = LONGEST.saturating_sub(u32::try_from(digits.len()).unwrap_or(LONGEST));
    for missing in 0..=more {
        let scale = 10_i64.saturating_pow(missing);
        let first = begins.saturating_mul(scale);
        let last = first.saturating_add(scale).saturating_sub(1);
        let args = [first.into(), last.into(), limit(search).into()];
        found.extend(places(&conn.rows(&sql::BY_NUMBER, &args)?)?);
    }
    Ok(found)
}

fn by_text(conn: &mut dyn Conn, search: &Search) -> Result<Vec<Place>> {
    let text = search.text.trim().to_lowercase();
    if text.chars().count() < 2 {
        return Ok(Vec::new());
    }
    let list = search.list.map_or(0, |list| list.0);
    let pattern = format!("%{}%", escaped(&text));
    let args = [
        pattern.into(),
        list.into(),
        list.into(),
        limit(search).into(),
    ];
    places(&conn.rows(&sql::BY_TEXT, &args)?)
}

/// As it stands within the JSON of the fields, with nothing that LIKE would read as a pattern.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' | '_' | '!' => out.extend(['!', c]),
            '"' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

fn cards(conn: &mut dyn Conn, search: &Search, found: Vec<Place>) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for (list, contact) in found {
        if hits.len() >= search.limit {
            break;
        }
        let rows = conn.rows(&figure::ONE_CONTACT, &[list.0.into(), contact.0.into()])?;
        let Some(row) = rows.first() else { continue };
        let hit = Hit {
            list,
            row: contact_row(row)?,
        };
        if search.wants(&hit) {
            hits.push(hit);
        }
    }
    Ok(hits)
}

impl Search {
    fn wants(&self, hit: &Hit) -> bool {
        self.list.is_none_or(|list| list == hit.list)
            && self
                .state
                .as_ref()
                .is_none_or(|state| *state == hit.row.state)
            && self
                .code
                .as_deref()
                .is_none_or(|code| code == hit.row.code.as_str())
            && self
                .owner
                .is_none_or(|owner| hit.row.owner == Some(owner.0))
    }
}

fn limit(search: &Search) -> i64 {
    i64::try_from(search.limit).unwrap_or(i64::MAX)
}

fn places(rows: &[crate::conn::Row]) -> Result<Vec<Place>> {
    rows.iter()
        .map(|row| Ok((ListId(row.int(0)?), ContactId(row.int(1)?))))
        .collect()
}
