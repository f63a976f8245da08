//! Numbers that somebody typed, and whom a file names.

use crate::command::import::of;
use crate::failure::Failure;
use engine::Number;
use import::ImportFailure;
use import::whom::{Gathered, WhomFile};
use lists::sheet::Options;
use lists::{Country, Problem, phone};
use std::path::Path;
use std::sync::atomic::AtomicBool;

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

/// Whom a file names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// By numbers, e-mail addresses and domains.
    Whoever,
    Numbers,
}

/// All whom a file names, and what could not be read. The rows that cannot be read are left out
/// only where somebody asks for that.
pub fn read_file(
    file: &Path,
    country: Country,
    wanted: Wanted,
    good_rows: bool,
) -> Result<Gathered, Failure> {
    let place = file.display();
    let said = |failure: ImportFailure| of(failure, file);
    let mut opened = WhomFile::open(file, &Options::default(), country, None).map_err(said)?;
    if wanted == Wanted::Numbers {
        opened = opened.of_numbers().map_err(said)?;
    }
    let never = AtomicBool::new(false);
    let gathered = opened.gather(&never, &mut |_| {}).map_err(said)?;
    let gathered = gathered.unwrap_or_default();
    let problems = &gathered.problems;
    if gathered.subjects.is_empty() {
        let reasons = problems.iter().map(|problem| format!("{place}: {problem}"));
        let none = format!("{place}: the file names nobody that can be suppressed");
        return Err(Failure::all(reasons.chain([none])));
    }
    if !problems.is_empty() && !good_rows {
        let good = gathered.subjects.len();
        return Err(refused(&place.to_string(), problems, good));
    }
    Ok(gathered)
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
        "{place}: nothing was imported: repair it, or take the {good} that can be read \
         with --good-rows"
    );
    Failure::all(reasons.chain(more).chain([remedy]))
}
