//! What becomes of each row: the rows of one batch decided one after the other.

use crate::duplicates::Duplicates;
use crate::order::{Handling, Order};
use crate::owners::Owners;
use crate::renumber::Corrected;
use crate::{fields, update, zones::Zones};
use engine::{ContactId, ContactKind, Trigger};
use lists::row::{CheckedRow, Verdict};
use lists::{Definition, Problem};
use std::collections::{HashMap, HashSet};
use store::{
    Batch, ChangedContact, ImportCounts, ImportProblem, Imported, KnownContact, Mode, NewContact,
};

/// What is kept from one batch to the next.
pub(crate) struct Ledger {
    pub definition: Definition,
    pub order: Order,
    pub duplicates: Duplicates,
    pub zones: Zones,
    pub writer: fields::Writer,
    pub counts: ImportCounts,
    /// Known contacts that the client excludes from now on.
    pub excluded: Vec<ContactId>,
    /// Numbers of known contacts that the file has otherwise.
    pub corrected: Vec<Corrected>,
    /// Known contacts that the file names.
    pub present: HashSet<ContactId>,
    pub owners: Owners,
}

/// What the store said about the rows of one batch.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub suppressed: HashSet<u64>,
    /// E-mail addresses of people and companies that must not be called.
    pub people: HashSet<String>,
    pub known: HashMap<String, KnownContact>,
    /// Numbers that the telephone provider bars.
    pub locked: HashSet<u64>,
}

impl Ledger {
    /// A row that was staged before the import was stopped: only what later rows are compared
    /// with is taken from it.
    pub fn recall(&mut self, row: &CheckedRow, findings: &Findings) {
        self.see(row, findings);
        if row.verdict == Verdict::Reject {
            return;
        }
        if self.order.mode.is_by_key() {
            let Some(key) = &row.key else { return };
            if self.duplicates.key_again(key, row.line).is_some() {
                return;
            }
            if let Some(known) = findings.known.get(key) {
                self.excluded.extend(row.excluded.then_some(known.contact));
                if self.takes(row) {
                    // What is wrong with it was told when it was staged.
                    let _ = self.owners.take(row, Imported::Known(known.contact));
                    let corrected = update::corrected(&self.definition, row, known);
                    self.corrected.extend(corrected);
                }
                return;
            }
        }
        let _ = self.owners.take(row, Imported::New { line: row.line });
        let likeness = row
            .dedupe
            .map(u64::cast_signed)
            .filter(|_| row.verdict == Verdict::Fit);
        if let Some(likeness) =
            likeness.filter(|likeness| self.duplicates.first(*likeness).is_none())
        {
            self.duplicates.remember(likeness, row.line);
        }
    }

    /// Whoever stands in the file is there, whatever else is wrong with the row.
    fn see(&mut self, row: &CheckedRow, findings: &Findings) {
        let key = row.key.as_ref();
        if let Some(known) = key.and_then(|key| findings.known.get(key)) {
            self.present.insert(known.contact);
        }
    }

    /// A row that cannot even be read.
    pub fn refuse(&mut self, problem: Problem, batch: &mut Batch) {
        self.counts.rows += 1;
        self.counts.rejected += 1;
        batch.problems.push(import_problem(problem));
    }

    pub fn decide(&mut self, row: &mut CheckedRow, findings: &Findings, batch: &mut Batch) {
        self.see(row, findings);
        self.counts.rows += 1;
        batch
            .problems
            .extend(row.problems.drain(..).map(import_problem));
        if row.verdict == Verdict::Reject {
            self.counts.rejected += 1;
            return;
        }
        if self.order.mode == Mode::Append {
            return self.add(row, findings, batch);
        }
        let Some(key) = row.key.take() else {
            self.counts.rejected += 1;
            let reason = "is empty: an update finds its contact by it, fill it in";
            return self.note(row, self.key_field(), "", reason, batch);
        };
        if let Some(line) = self.duplicates.key_again(&key, row.line) {
            self.counts.rejected += 1;
            self.counts.duplicate += 1;
            let reason = format!("stands in line {line} already: keep one of the two");
            return self.note(row, self.key_field(), &key, reason, batch);
        }
        match findings.known.get(&key) {
            Some(known) => self.update(row, known, findings, batch),
            None => {
                row.key = Some(key);
                self.add(row, findings, batch);
            }
        }
    }

    fn add(&mut self, row: &mut CheckedRow, findings: &Findings, batch: &mut Batch) {
        let likeness = row.dedupe.map(u64::cast_signed);
        let first = likeness.and_then(|likeness| self.duplicates.first(likeness));
        let suppressed = self.suppressed(row, findings);
        let arrival = if row.verdict == Verdict::Invalid {
            self.counts.invalid += 1;
            if self.order.invalid == Handling::Reject {
                self.counts.rejected += 1;
                return;
            }
            Some(Trigger::ImportInvalid)
        } else if let Some(first) = first {
            self.counts.duplicate += 1;
            let (field, value) = self.compared(row);
            self.note(
                row,
                field,
                &value,
                format!("{}: a duplicate", first.reason()),
                batch,
            );
            if self.order.duplicate == Handling::Reject {
                self.counts.rejected += 1;
                return;
            }
            Some(Trigger::ImportDuplicate)
        } else if let Some((field, value)) = suppressed {
            self.counts.suppressed += 1;
            self.note(
                row,
                field,
                &value,
                "is suppressed: it will not be called",
                batch,
            );
            Some(Trigger::Suppressed)
        } else if row.excluded {
            Some(Trigger::ExcludedByClient)
        } else {
            self.locked(row, findings, batch)
        };
        // What is closed for a fault of the row itself does not make a better row a duplicate.
        let faulty = matches!(
            arrival,
            Some(Trigger::ImportInvalid | Trigger::ImportDuplicate)
        );
        let dedupe = likeness.filter(|_| !faulty);
        if let Some(likeness) = dedupe {
            self.duplicates.remember(likeness, row.line);
        }
        self.own(row, Imported::New { line: row.line }, batch);
        self.counts.imported += 1;
        batch.contacts.push(NewContact {
            line: row.line,
            key: row.key.take(),
            dedupe,
            zone: self.zones.of(&row.zone),
            kind: kind(row.kind),
            arrival,
            consent: row.consent.take(),
            numbers: std::mem::take(&mut row.numbers),
            fields: self.writer.json(&row.fields),
        });
    }

    fn update(
        &mut self,
        row: &CheckedRow,
        known: &KnownContact,
        findings: &Findings,
        batch: &mut Batch,
    ) {
        if row.verdict == Verdict::Invalid {
            self.counts.invalid += 1;
            if self.order.invalid == Handling::Reject {
                self.counts.rejected += 1;
                return;
            }
        } else if self.suppressed(row, findings).is_some() {
            self.counts.suppressed += 1;
        }
        let corrected = update::corrected(&self.definition, row, known);
        match update::merged(&self.definition, &row.fields, &known.fields, &corrected) {
            None => self.counts.unchanged += 1,
            Some(fields) => {
                self.counts.updated += 1;
                batch.changes.push(ChangedContact {
                    contact: known.contact,
                    version: known.version.saturating_add(1),
                    fields,
                });
            }
        }
        self.own(row, Imported::Known(known.contact), batch);
        self.corrected.extend(corrected);
        if row.excluded {
            self.excluded.push(known.contact);
        }
    }

    /// Whoever cannot be the owner is no reason to leave the contact out.
    fn own(&mut self, row: &CheckedRow, contact: Imported, batch: &mut Batch) {
        if let Err(reason) = self.owners.take(row, contact) {
            let column = self.definition.owner_column.as_deref().unwrap_or_default();
            let value = row.owner.as_deref().unwrap_or_default();
            let problem = Problem::of_cell(row.line, column, value, reason);
            batch.problems.push(import_problem(problem));
        }
    }

    /// Whether an update takes anything from the row.
    fn takes(&self, row: &CheckedRow) -> bool {
        row.verdict != Verdict::Invalid || self.order.invalid != Handling::Reject
    }

    fn note(
        &self,
        row: &CheckedRow,
        field: Option<usize>,
        value: &str,
        reason: impl Into<String>,
        batch: &mut Batch,
    ) {
        let field = field.and_then(|index| self.definition.fields.get(index));
        let column = field.map_or("", |field| field.column.as_str());
        batch.problems.push(import_problem(Problem::of_cell(
            row.line, column, value, reason,
        )));
    }

    fn key_field(&self) -> Option<usize> {
        self.definition
            .key
            .as_deref()
            .and_then(|key| self.definition.field(key))
    }

    /// The field by which rows are compared, if it is one, and what stands in it.
    fn compared(&self, row: &CheckedRow) -> (Option<usize>, String) {
        match self.definition.dedupe.as_slice() {
            [] => {
                let number = row
                    .numbers
                    .first()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                (self.number_field(row, &number), number)
            }
            [one] => {
                let field = self.definition.field(one);
                let value = field.map_or("", |field| row.fields.get(field));
                (field, value.to_owned())
            }
            several => {
                let values = several
                    .iter()
                    .filter_map(|name| self.definition.field(name));
                let values: Vec<&str> = values.map(|field| row.fields.get(field)).collect();
                (None, values.join(" "))
            }
        }
    }

    /// The first value of the row that is suppressed, be it a number or an address.
    fn suppressed(&self, row: &CheckedRow, findings: &Findings) -> Option<(Option<usize>, String)> {
        let mut numbers = row.numbers.iter();
        let number = numbers.find(|number| findings.suppressed.contains(&number.digits()));
        if let Some(number) = number.map(ToString::to_string) {
            return Some((self.number_field(row, &number), number));
        }
        let mut addresses = addresses(&self.definition, row);
        let (field, value) = addresses.find(|(_, value)| findings.people.contains(*value))?;
        Some((Some(field), value.to_owned()))
    }

    /// A row of which no number can be called from here.
    fn locked(&self, row: &CheckedRow, findings: &Findings, batch: &mut Batch) -> Option<Trigger> {
        let first = row.numbers.first().map(ToString::to_string)?;
        let mut numbers = row.numbers.iter();
        if !numbers.all(|number| findings.locked.contains(&number.digits())) {
            return None;
        }
        let field = self.number_field(row, &first);
        let reason = "is barred by the telephone provider: ask it to lift that, or leave it out";
        self.note(row, field, &first, reason, batch);
        Some(Trigger::ProviderLocked)
    }

    fn number_field(&self, row: &CheckedRow, number: &str) -> Option<usize> {
        let mut fields = self.definition.number_fields().into_iter();
        fields.find(|&field| row.fields.get(field) == number)
    }
}

/// The values of a row by which its person may be known. Evidence of an opt-in may name somebody
/// else.
pub(crate) fn addresses<'r>(
    definition: &'r Definition,
    row: &'r CheckedRow,
) -> impl Iterator<Item = (usize, &'r str)> {
    let is_evidence = |field: usize| {
        let field = definition.fields.get(field);
        field.is_none_or(|field| field.name.starts_with("optin_"))
    };
    row.fields
        .iter()
        .filter(move |(field, value)| value.contains('@') && !is_evidence(*field))
}

pub(crate) fn import_problem(problem: Problem) -> ImportProblem {
    ImportProblem {
        line: problem.line,
        column: problem.column,
        value: problem.value,
        reason: problem.reason,
    }
}

fn kind(kind: lists::ContactKind) -> ContactKind {
    match kind {
        lists::ContactKind::Consumer => ContactKind::Consumer,
        lists::ContactKind::SoleTrader => ContactKind::SoleTrader,
        lists::ContactKind::Company => ContactKind::Company,
    }
}
