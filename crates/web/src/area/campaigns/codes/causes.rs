//! The retries of causes as the overlay's form holds them: what differs from the catalogue.

use crate::words::Words;
use engine::catalogue::{CatalogueProblem, Cause, Retry};
use engine::{Catalogue, Code, Overlay};
use std::collections::BTreeMap;

type Pairs = [(String, String)];

/// A cause that is tried again, with what the catalogue says beside.
pub struct CauseRow {
    pub code: String,
    pub label: String,
    pub after: String,
    pub most: String,
    pub usual: Retry,
    pub error: Option<String>,
}

fn those(catalogue: &Catalogue) -> impl Iterator<Item = (&Cause, Retry)> {
    let all = catalogue.causes().iter();
    all.filter_map(|cause| Some((cause, cause.retry?)))
}

fn name(field: &str, cause: &Cause) -> String {
    format!("cause-{field}-{}", cause.code)
}

fn value<'p>(pairs: &'p Pairs, name: &str) -> &'p str {
    let found = pairs.iter().find(|(known, _)| known == name);
    found.map_or("", |(_, value)| value.trim())
}

pub fn written(overlay: &Overlay, catalogue: &Catalogue) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (cause, usual) in those(catalogue) {
        let Some(laid) = overlay.causes.get(&cause.code) else {
            continue;
        };
        if laid.after != usual.after {
            pairs.push((name("after", cause), laid.after.to_string()));
        }
        if laid.most != usual.most {
            pairs.push((name("most", cause), laid.most.to_string()));
        }
    }
    pairs
}

/// What differs; a half that is empty is the catalogue's.
pub fn read(
    pairs: &Pairs,
    catalogue: &Catalogue,
    problems: &mut Vec<CatalogueProblem>,
) -> BTreeMap<Code, Retry> {
    let mut laid = BTreeMap::new();
    for (cause, usual) in those(catalogue) {
        let (after, most) = (name("after", cause), name("most", cause));
        let (after, most) = (value(pairs, &after), value(pairs, &most));
        let mut blame = |reason: &'static str, text: &str| {
            let code = cause.code.as_str();
            problems.push(CatalogueProblem::new(
                code,
                "retry",
                reason,
                &[("text", text)],
            ));
        };
        let mut retry = usual;
        match after.parse() {
            Ok(after) => retry.after = after,
            Err(_) if after.is_empty() => {}
            Err(_) => blame("no-length", after),
        }
        match most.parse::<u32>() {
            Ok(most) if most < 1000 => retry.most = most,
            _ if most.is_empty() => {}
            _ => blame("no-figure", most),
        }
        if retry != usual {
            laid.insert(cause.code.clone(), retry);
        }
    }
    laid
}

pub fn rows(
    catalogue: &Catalogue,
    pairs: &Pairs,
    problems: &[CatalogueProblem],
    words: &Words,
) -> Vec<CauseRow> {
    let row = |(cause, usual): (&Cause, Retry)| {
        let wrong = problems
            .iter()
            .filter(|wrong| wrong.code == cause.code.as_str() && wrong.field == "retry");
        let wrong: Vec<String> = wrong.map(|wrong| words.finding(wrong)).collect();
        let label = cause.label.get(words.language().word());
        CauseRow {
            code: cause.code.to_string(),
            label: label.unwrap_or(&cause.name).clone(),
            after: value(pairs, &name("after", cause)).to_owned(),
            most: value(pairs, &name("most", cause)).to_owned(),
            usual,
            error: (!wrong.is_empty()).then(|| wrong.join(" · ")),
        }
    };
    those(catalogue).map(row).collect()
}
