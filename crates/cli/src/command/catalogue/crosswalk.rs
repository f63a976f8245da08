//! `dispo catalogue crosswalk`: one vocabulary in the words of another, and back, with what
//! each direction loses.

use super::{language_of, read};
use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use engine::Catalogue;
use engine::catalogue::Disposition;
use engine::crosswalk::{self, Loss};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Shown {
    directions: Vec<Direction>,
}

#[derive(Serialize)]
struct Direction {
    from: String,
    to: String,
    codes: Vec<Line>,
    /// How many codes lose nothing, lose something of each kind, or have no code there.
    whole: usize,
    lossy: BTreeMap<&'static str, usize>,
    without: usize,
}

#[derive(Serialize)]
struct Line {
    code: String,
    label: String,
    counterpart: Option<There>,
}

#[derive(Serialize)]
struct There {
    code: String,
    /// Where the other vocabulary keeps result and cause apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    label: String,
    /// The node of the meaning tree it was found by.
    through: String,
    loses: Vec<Lost>,
}

#[derive(Serialize)]
struct Lost {
    of: &'static str,
    here: String,
    there: String,
}

pub fn run(from: &str, to: &str, language: Option<&str>, out: Out) -> Result<Done, Failure> {
    let (one, other) = (read(from)?, read(to)?);
    let spoken = |catalogue: &Catalogue| language_of(catalogue, language);
    let languages = (spoken(&one)?, spoken(&other)?);
    let there = direction((&one, &languages.0), (&other, &languages.1));
    let back = direction((&other, &languages.1), (&one, &languages.0));
    let directions = match one.name() == other.name() {
        true => vec![there],
        false => vec![there, back],
    };
    out.show(&Shown { directions }, |shown| {
        let texts: Vec<String> = shown.directions.iter().map(text).collect();
        texts.join("\n")
    })?;
    Ok(Done::Clean)
}

fn direction((from, own): (&Catalogue, &str), (to, other): (&Catalogue, &str)) -> Direction {
    let codes: Vec<Line> = from
        .dispositions()
        .iter()
        .map(|code| Line {
            code: code.code.to_string(),
            label: code.label_in(own).to_owned(),
            counterpart: there(code, to, other),
        })
        .collect();
    let mut lossy = BTreeMap::new();
    let found = codes.iter().filter_map(|line| line.counterpart.as_ref());
    for there in found {
        let mut words: Vec<&str> = there.loses.iter().map(|lost| lost.of).collect();
        words.dedup();
        for word in words {
            let count: &mut usize = lossy.entry(word).or_default();
            *count = count.saturating_add(1);
        }
    }
    let loses_nothing = |line: &&Line| {
        let there = line.counterpart.as_ref();
        there.is_some_and(|there| there.loses.is_empty())
    };
    Direction {
        from: from.name().to_owned(),
        to: to.name().to_owned(),
        whole: codes.iter().filter(loses_nothing).count(),
        without: codes
            .iter()
            .filter(|line| line.counterpart.is_none())
            .count(),
        lossy,
        codes,
    }
}

fn there(code: &Disposition, to: &Catalogue, language: &str) -> Option<There> {
    let found = crosswalk::counterpart(code, to)?;
    Some(There {
        code: found.disposition.code.to_string(),
        cause: crosswalk::cause(code, to).map(|cause| cause.code.to_string()),
        label: found.disposition.label_in(language).to_owned(),
        loses: found.losses.iter().map(lost).collect(),
        through: found.through,
    })
}

fn lost(loss: &Loss) -> Lost {
    let (here, there) = loss.sides();
    Lost {
        of: loss.word(),
        here,
        there,
    }
}

fn text(direction: &Direction) -> String {
    let mut table = Table::new([
        (direction.from.as_str(), Align::Left),
        ("", Align::Left),
        (direction.to.as_str(), Align::Left),
        ("", Align::Left),
        ("is lost", Align::Left),
    ]);
    for line in &direction.codes {
        let (code, label, loses) = match &line.counterpart {
            Some(there) => (beside(there), there.label.clone(), told(there)),
            None => ("no code".to_owned(), String::new(), String::new()),
        };
        table.row([line.code.clone(), line.label.clone(), code, label, loses]);
    }
    let lossy = direction
        .lossy
        .iter()
        .map(|(word, count)| format!(", {count} lose {word}"));
    format!(
        "{}\n{} in {}: {} lose nothing{}, {} have no code there\n",
        table.text(),
        direction.from,
        direction.to,
        direction.whole,
        lossy.collect::<String>(),
        direction.without
    )
}

fn beside(there: &There) -> String {
    match &there.cause {
        Some(cause) => format!("{}/{cause}", there.code),
        None => there.code.clone(),
    }
}

/// `meaning (found by unreached.line), kind unreached → final`.
fn told(there: &There) -> String {
    let loses = there.loses.iter().map(|lost| match lost.of {
        "meaning" => format!("meaning (found by {})", there.through),
        word => format!("{word} {} → {}", lost.here, lost.there),
    });
    loses.collect::<Vec<_>>().join(", ")
}
