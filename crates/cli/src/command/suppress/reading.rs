//! Numbers that somebody typed or handed in as a file.

use crate::failure::Failure;
use engine::Number;
use lists::definition::recognise;
use lists::row::{CheckedRow, Checker};
use lists::sheet::{Options, Reader};
use lists::{Country, Definition, Problem, phone};
use std::path::Path;

/// Numbers as they were typed: all of them, or what is wrong with each that is.
pub fn read_all(texts: &[String], country: Country) -> Result<Vec<Number>, Failure> {
    let (mut numbers, mut wrong) = (Vec::new(), Vec::new());
    for text in texts {
        match phone::parse(text, country) {
            Ok(number) => numbers.push(number),
            Err(error) => wrong.push(format!("`{text}` {error}")),
        }
    }
    if wrong.is_empty() {
        Ok(numbers)
    } else {
        Err(Failure::all(wrong))
    }
}

/// The numbers of a file's columns of numbers, and what could not be read. The rows that cannot
/// be read are left out only where somebody asks for that.
pub fn read_file(
    file: &Path,
    country: Country,
    good_rows: bool,
) -> Result<(Vec<Number>, Vec<Problem>), Failure> {
    let place = file.display();
    let reader =
        Reader::open(file, &Options::default()).map_err(|error| Failure::from(error).at(&place))?;
    // Whatever else the file holds must not keep a number from being suppressed.
    let mut definition = recognise(reader.headers());
    definition
        .fields
        .retain(|field| field.kind == lists::definition::FieldType::Phone);
    let definition = Definition {
        key: None,
        exclude: None,
        zone_column: None,
        contact_type_column: None,
        ..definition
    };
    let mut checker = Checker::new(&definition, reader.headers(), country)
        .map_err(|faults| Failure::from(faults).at(&place))?;
    let (mut numbers, mut problems) = (Vec::new(), reader.problems().to_vec());
    let mut row = CheckedRow::default();
    for record in reader {
        match record {
            Ok(record) => {
                checker.check(&record, &mut row);
                numbers.append(&mut row.numbers);
                problems.append(&mut row.problems);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if numbers.is_empty() {
        let reasons = problems.iter().map(|problem| format!("{place}: {problem}"));
        let none = format!("{place}: the file holds no number that can be suppressed");
        return Err(Failure::all(reasons.chain([none])));
    }
    if !problems.is_empty() && !good_rows {
        return Err(refused(&place.to_string(), &problems, numbers.len()));
    }
    Ok((numbers, problems))
}

/// More would not be read by anybody, and a wrong column spoils every row.
const TOLD: usize = 1_000;

fn refused(place: &str, problems: &[Problem], good: usize) -> Failure {
    let reasons = problems
        .iter()
        .take(TOLD)
        .map(|problem| format!("{place}: {problem}"));
    let untold = problems.len().saturating_sub(TOLD);
    let more = (untold > 0).then(|| format!("{place}: and {untold} more"));
    let remedy = format!(
        "{place}: nothing was imported: repair it, or take the {good} numbers that can be read \
         with --good-rows"
    );
    Failure::all(reasons.chain(more).chain([remedy]))
}
