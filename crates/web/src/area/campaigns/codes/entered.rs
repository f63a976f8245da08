//! The overlay as it stands in a form: one line for each code it may be laid over.

use super::causes;
use crate::area::desk::hue;
use crate::words::Words;
use engine::callback::Expression;
use engine::catalogue::{CatalogueProblem, Disposition, Setter};
use engine::{Catalogue, Laid, Overlay};

/// A code as its line shows it, with what the catalogue says beside.
pub struct Row {
    pub code: String,
    pub label: String,
    pub hue: usize,
    /// Agents may choose it in the catalogue.
    pub is_chosen: bool,
    pub allowed: bool,
    pub order: String,
    pub hotkey: String,
    /// None where it calls nobody again.
    pub follow_up: Option<String>,
    pub max_run: String,
    pub usual: Usual,
    pub error: Option<String>,
}

/// What holds where nothing is written.
pub struct Usual {
    pub order: String,
    pub hotkey: String,
    pub follow_up: String,
    pub max_run: String,
}

type Pairs = [(String, String)];

/// The codes over which something may be laid: those that agents choose or that call again.
fn those(catalogue: &Catalogue) -> impl Iterator<Item = &Disposition> {
    let chosen = |code: &Disposition| code.set_by.contains(&Setter::Agent);
    let all = catalogue.dispositions().iter();
    all.filter(move |code| chosen(code) || code.follow_up.is_some())
}

fn value<'p>(pairs: &'p Pairs, field: &str, code: &Disposition) -> &'p str {
    let name = format!("{field}-{}", code.code);
    let found = pairs.iter().find(|(known, _)| *known == name);
    found.map_or("", |(_, value)| value.trim())
}

/// An overlay as a form holds it.
pub fn written(overlay: &Overlay, catalogue: &Catalogue) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for code in those(catalogue) {
        let laid = overlay.codes.get(&code.code).cloned().unwrap_or_default();
        let fields = [
            ("allow", (!laid.hidden).then(|| "1".to_owned())),
            ("order", laid.order.map(|order| order.to_string())),
            ("hotkey", laid.hotkey.map(String::from)),
            ("follow_up", laid.follow_up.map(|text| text.to_string())),
            ("max_run", laid.max_run.map(|count| count.to_string())),
        ];
        let named = fields
            .into_iter()
            .filter_map(|(field, value)| Some((format!("{field}-{}", code.code), value?)));
        pairs.extend(named);
    }
    pairs.extend(causes::written(overlay, catalogue));
    pairs
}

/// The overlay a form holds, or every value that cannot be read.
pub fn read(pairs: &Pairs, catalogue: &Catalogue) -> Result<Overlay, Vec<CatalogueProblem>> {
    let (mut overlay, mut problems) = (Overlay::default(), Vec::new());
    for code in those(catalogue) {
        let laid = laid(pairs, code, &mut problems);
        if laid != Laid::default() {
            overlay.codes.insert(code.code.clone(), laid);
        }
    }
    overlay.causes = causes::read(pairs, catalogue, &mut problems);
    match problems.is_empty() {
        true => Ok(overlay),
        false => Err(problems),
    }
}

fn laid(pairs: &Pairs, code: &Disposition, problems: &mut Vec<CatalogueProblem>) -> Laid {
    let text = |field| Some(value(pairs, field, code)).filter(|text| !text.is_empty());
    let mut blame = |field: &str, reason: &'static str, text: &str| {
        let (code, parts) = (code.code.as_str(), [("text", text)]);
        problems.push(CatalogueProblem::new(code, field, reason, &parts));
    };
    let mut figure = |field: &'static str| {
        let text = text(field)?;
        let figure = text.parse::<u32>().ok().filter(|figure| *figure < 1000);
        if figure.is_none() {
            blame(field, "no-figure", text);
        }
        figure
    };
    let (order, max_run) = (figure("order"), figure("max_run"));
    let mut letters = text("hotkey").into_iter().flat_map(str::chars);
    let (hotkey, more) = (letters.next(), letters.next());
    if more.is_some() {
        let text = text("hotkey").unwrap_or_default();
        blame("hotkey", "one-letter", text);
    }
    let follow_up = text("follow_up").and_then(|text| {
        let expression = text.parse::<Expression>().ok();
        if expression.is_none() {
            blame("follow_up", "no-expression", text);
        }
        expression
    });
    let own = code.follow_up.map(|follow_up| follow_up.expression);
    Laid {
        hidden: code.set_by.contains(&Setter::Agent) && text("allow").is_none(),
        order: order.filter(|order| code.order != Some(*order)),
        hotkey: hotkey.filter(|key| code.hotkey != Some(*key)),
        follow_up: follow_up.filter(|expression| own != Some(*expression)),
        max_run: max_run.filter(|count| code.max_run != *count),
    }
}

pub fn rows(
    catalogue: &Catalogue,
    pairs: &Pairs,
    problems: &[CatalogueProblem],
    words: &Words,
) -> Vec<Row> {
    let language = words.language().word();
    let row = |code: &Disposition| {
        let entered = |field| value(pairs, field, code).to_owned();
        let wrong = problems
            .iter()
            .filter(|wrong| wrong.code == code.code.as_str());
        let wrong: Vec<String> = wrong.map(|wrong| words.finding(wrong)).collect();
        let own = code
            .follow_up
            .map(|follow_up| follow_up.expression.to_string());
        Row {
            code: code.code.to_string(),
            label: code.label_in(language).to_owned(),
            hue: hue(catalogue.file(), &code.group),
            is_chosen: code.set_by.contains(&Setter::Agent),
            allowed: !entered("allow").is_empty(),
            order: entered("order"),
            hotkey: entered("hotkey"),
            follow_up: own.as_ref().map(|_| entered("follow_up")),
            max_run: entered("max_run"),
            usual: Usual {
                order: code
                    .order
                    .map_or_else(String::new, |order| order.to_string()),
                hotkey: code.hotkey.map_or_else(String::new, String::from),
                follow_up: own.unwrap_or_default(),
                max_run: code.max_run.to_string(),
            },
            error: (!wrong.is_empty()).then(|| wrong.join(" · ")),
        }
    };
    those(catalogue).map(row).collect()
}
