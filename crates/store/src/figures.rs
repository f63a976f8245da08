//! Figures: stock, attempts, the list report. Read from rows, never kept.

mod translated;

use crate::conn::Row;
use crate::error::{Result, StoreError};
use crate::sql::figure as sql;
use crate::store::Store;
use engine::catalogue::{Disposition, Kind, ReportColumn};
use engine::{AgentId, ContactId, ListId};
use jiff::Timestamp;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What could be offered, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Stock {
    /// Now, or in somebody's hands.
    pub now: i64,
    /// Later on the same civil day of the list's zone.
    pub today: i64,
    /// After that, or waiting for something.
    pub later: i64,
    pub closed: i64,
}

/// How a list is doing, by the reporting groups of its catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListReport {
    pub list: String,
    pub contacts: i64,
    pub to_call: i64,
    pub drop_out: i64,
    pub no_interest: i64,
    pub positive: i64,
    /// Counted twice: positive, and to be called again.
    pub in_both: i64,
    /// Closed under a code that belongs to none of the columns.
    pub elsewhere: i64,
    pub codes: Vec<CodeCount>,
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeCount {
    pub code: String,
    pub label: String,
    pub group: String,
    pub contacts: i64,
    pub open: i64,
    /// The list's own codes that are counted here, where another vocabulary is shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<String>,
}

/// Attempts of one agent in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgentFigures {
    pub agent: AgentId,
    pub name: String,
    pub attempts: i64,
    pub talked_seconds: i64,
    pub codes: BTreeMap<String, i64>,
}

impl Store {
    pub fn stock(&self, list: ListId) -> Result<Stock> {
        let now = self.clock().now();
        self.read(|conn| {
            let rules = crate::house::list_by_id(conn, list)?
                .ok_or_else(|| {
                    StoreError::other("figure.stock", format!("there is no list {}", list.0))
                })?
                .rules;
            let zone = self.rules_cache().load(conn, rules)?.law.zone().clone();
            let today = zone.local(now).date();
            let midnight = zone
                .start_of(today.tomorrow().unwrap_or(today))
                .as_microsecond();
            let now = now.as_microsecond();
            let args = [
                now.into(),
                now.into(),
                midnight.into(),
                midnight.into(),
                list.0.into(),
            ];
            let rows = conn.rows(&sql::STOCK, &args)?;
            rows.first().map_or(Ok(Stock::default()), |row| {
                Ok(Stock {
                    now: row.int(0)?,
                    today: row.int(1)?,
                    later: row.int(2)?,
                    closed: row.int(3)?,
                })
            })
        })
    }

    /// To call is what is open; drop-out, no interest and positive follow the reporting
    /// groups. A positive contact that will be called again stands in both, and the report
    /// says how many.
    pub fn report(&self, list: ListId) -> Result<ListReport> {
        self.read(|conn| {
            let there = crate::house::list_by_id(conn, list)?.ok_or_else(|| {
                StoreError::other("figure.by_code", format!("there is no list {}", list.0))
            })?;
            let rules = self.rules_cache().load(conn, there.rules)?;
            let mut report = ListReport {
                list: there.name,
                contacts: 0,
                to_call: 0,
                drop_out: 0,
                no_interest: 0,
                positive: 0,
                in_both: 0,
                elsewhere: 0,
                codes: Vec::new(),
                notes: Vec::new(),
            };
            let language = rules.catalogue.file().own_language.as_str();
            let mut codes: BTreeMap<String, CodeCount> = BTreeMap::new();
            for row in conn.rows(&sql::BY_CODE, &[list.0.into()])? {
                let disposition = rules.catalogue.find(row.text(0)?);
                report.add(&row, disposition, language, &mut codes)?;
            }
            report.codes = codes.into_values().collect();
            report.say_what_surprises(rules.catalogue.dispositions());
            Ok(report)
        })
    }

    /// Attempts by the code they hold, in a period of coding.
    pub fn attempts_by_code(
        &self,
        list: ListId,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<BTreeMap<String, i64>> {
        let args = [
            list.0.into(),
            from.as_microsecond().into(),
            to.as_microsecond().into(),
        ];
        self.read(|conn| {
            let rows = conn.rows(&sql::ATTEMPTS_BY_CODE, &args)?;
            rows.iter()
                .map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?)))
                .collect()
        })
    }

    /// Contacts by the code that holds.
    pub fn contacts_by_code(&self, list: ListId) -> Result<BTreeMap<String, i64>> {
        self.read(|conn| {
            let mut counts = BTreeMap::new();
            for row in conn.rows(&sql::BY_CODE, &[list.0.into()])? {
                *counts.entry(row.text(0)?.to_owned()).or_insert(0) += row.int(2)?;
            }
            Ok(counts)
        })
    }

    pub fn attempts_by_agent(&self, from: Timestamp, to: Timestamp) -> Result<Vec<AgentFigures>> {
        let args = [from.as_microsecond().into(), to.as_microsecond().into()];
        self.read(|conn| {
            let mut agents: Vec<AgentFigures> = Vec::new();
            for row in conn.rows(&sql::ATTEMPTS_BY_AGENT, &args)? {
                let agent = AgentId(row.int(0)?);
                if agents.last().is_none_or(|last| last.agent != agent) {
                    agents.push(AgentFigures {
                        agent,
                        name: row.text(1)?.to_owned(),
                        attempts: 0,
                        talked_seconds: 0,
                        codes: BTreeMap::new(),
                    });
                }
                if let Some(figures) = agents.last_mut() {
                    figures.attempts += row.int(3)?;
                    figures.talked_seconds += row.int(4)? / 1_000_000;
                    figures.codes.insert(row.text(2)?.to_owned(), row.int(3)?);
                }
            }
            Ok(agents)
        })
    }

    /// Dials placed after their number was suppressed everywhere, as list, contact and attempt.
    /// There must be none.
    pub fn unlawful_dials(&self) -> Result<Vec<(ListId, ContactId, i64)>> {
        self.read(|conn| {
            conn.rows(&sql::UNLAWFUL, &[])?
                .iter()
                .map(|row| Ok((ListId(row.int(0)?), ContactId(row.int(1)?), row.int(2)?)))
                .collect()
        })
    }

    /// One figure for the state of all contacts and their whole history.
    pub fn state_hash(&self) -> Result<String> {
        self.read(|conn| {
            let mut hash = Sha256::new();
            conn.each(&sql::STATE_HASH, &[], &mut |row| {
                for column in 0..3 {
                    hash.update(row.int(column)?.to_le_bytes());
                }
                Ok(())
            })?;
            Ok(hash
                .finalize()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect())
        })
    }
}

impl ListReport {
    fn add(
        &mut self,
        row: &Row,
        disposition: Option<&Disposition>,
        language: &str,
        codes: &mut BTreeMap<String, CodeCount>,
    ) -> Result<()> {
        let (code, state, contacts) = (row.text(0)?, row.text(1)?, row.int(2)?);
        let open = if state == "closed" { 0 } else { contacts };
        self.contacts += contacts;
        self.to_call += open;
        let column = disposition.and_then(column_of);
        match column {
            Some(ReportColumn::Positive) => {
                self.positive += contacts;
                self.in_both += open;
            }
            _ if open > 0 => {}
            Some(ReportColumn::NoInterest) => self.no_interest += contacts,
            Some(ReportColumn::DropOut) => self.drop_out += contacts,
            Some(ReportColumn::ToCall) | None => self.elsewhere += contacts,
        }
        let count = codes.entry(code.to_owned()).or_insert_with(|| CodeCount {
            code: code.to_owned(),
            label: disposition.map_or(String::new(), |there| there.label_in(language).to_owned()),
            group: disposition.map_or(String::new(), |there| there.group.clone()),
            contacts: 0,
            open: 0,
            own: Vec::new(),
        });
        count.contacts += contacts;
        count.open += open;
        Ok(())
    }

    fn say_what_surprises(&mut self, dispositions: &[Disposition]) {
        let sum = self.to_call + self.drop_out + self.no_interest + self.positive;
        if self.in_both > 0 {
            self.notes.push(format!(
                "the columns add up to {sum}: {} positive contacts will be called again and stand under to call as well; there are {} contacts",
                self.in_both, self.contacts
            ));
        }
        let held = |wanted: &dyn Fn(&Disposition) -> bool| -> Vec<&str> {
            dispositions
                .iter()
                .filter(|there| there.kind == Kind::Final && wanted(there))
                .map(|there| there.code.as_str())
                .filter(|code| self.codes.iter().any(|count| count.code == *code))
                .collect()
        };
        let unreached = held(&|there| {
            there.report_column == Some(ReportColumn::DropOut)
                && there.meaning.starts_with("unreach")
        });
        let elsewhere = held(&|there| {
            !matches!(
                there.report_column,
                Some(ReportColumn::DropOut | ReportColumn::NoInterest | ReportColumn::Positive)
            )
        });
        let mut notes = Vec::new();
        if !unreached.is_empty() {
            notes.push(format!(
                "under drop-out stand contacts that were never reached: {}",
                unreached.join(", ")
            ));
        }
        if !elsewhere.is_empty() {
            notes.push(format!(
                "closed, and in none of the columns: {}",
                elsewhere.join(", ")
            ));
        }
        self.notes.extend(notes);
    }
}

fn column_of(disposition: &Disposition) -> Option<ReportColumn> {
    disposition.report_column
}
