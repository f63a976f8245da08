//! The fields of a code as a form has them, each read by itself so that each is blamed by
//! itself. What has no place here stands in the file.

use engine::catalogue::Disposition;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// How a field is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Line,
    Figure,
    Tick,
    /// A node of the meaning tree.
    Meaning,
    Group,
    /// Words, separated by spaces.
    Words,
    OneOf(&'static [&'static str]),
    Many(&'static [&'static str]),
}

/// Its place in the record, its label, and how it is entered.
pub type Field = (&'static str, &'static str, Shape);

const KINDS: &[&str] = &[
    "new",
    "unreached",
    "callback",
    "final",
    "suspended",
    "returned",
    "attempt_only",
];
const SETTERS: &[&str] = &[
    "system",
    "agent",
    "import",
    "update",
    "script",
    "supervisor",
    "adviser",
    "ivr",
];
const OWNERS: &[&str] = &["none", "keep", "handling_agent", "any", "assignable"];
const COLUMNS: &[&str] = &["", "to_call", "drop_out", "no_interest", "positive"];
const ROSTERS: &[&str] = &["keep", "change", "remove"];
const REQUIREMENTS: &[&str] = &["date", "note", "email", "appointment", "amounts", "reason"];
const CHOICES: &[&str] = &["follow_up_at", "return_stage", "owner", "mails"];
const CREDITS: &[&str] = &["-1", "0", "1"];
const SUBJECTS: &[&str] = &["", "number", "person", "domain"];
const EXTENTS: &[&str] = &["", "campaign", "advertiser", "everywhere"];

pub const FIELDS: [Field; 30] = [
    ("label.nl", "code-label-nl", Shape::Line),
    ("label.en", "code-label-en", Shape::Line),
    ("label.de", "code-label-de", Shape::Line),
    ("label.hu", "code-label-hu", Shape::Line),
    ("group", "code-group", Shape::Group),
    ("meaning", "code-meaning", Shape::Meaning),
    ("kind", "code-kind", Shape::OneOf(KINDS)),
    ("on", "code-on", Shape::Words),
    ("set_by", "code-set-by", Shape::Many(SETTERS)),
    ("follow_up.expression", "code-due", Shape::Line),
    ("follow_up.min", "code-due-min", Shape::Line),
    ("follow_up.max", "code-due-max", Shape::Line),
    ("cause", "code-cause", Shape::Line),
    ("max_run", "code-max-run", Shape::Figure),
    ("priority", "code-priority", Shape::Figure),
    ("owner", "code-owner", Shape::OneOf(OWNERS)),
    ("roster", "code-roster", Shape::OneOf(ROSTERS)),
    ("roster_lines", "code-roster-lines", Shape::Line),
    ("suppress.subject", "code-suppress", Shape::OneOf(SUBJECTS)),
    (
        "suppress.extent",
        "code-suppress-extent",
        Shape::OneOf(EXTENTS),
    ),
    ("credit.client", "code-credit-client", Shape::OneOf(CREDITS)),
    ("credit.agent", "code-credit-agent", Shape::OneOf(CREDITS)),
    ("report_column", "code-report-column", Shape::OneOf(COLUMNS)),
    ("requires", "code-requires", Shape::Many(REQUIREMENTS)),
    ("choices", "code-choices", Shape::Many(CHOICES)),
    ("hotkey", "code-hotkey", Shape::Line),
    ("order", "code-order", Shape::Figure),
    ("pop_up", "code-pop-up", Shape::Tick),
    ("sticky", "code-sticky", Shape::Tick),
    ("canonical", "code-canonical", Shape::Tick),
];

/// A form: several values may stand under one name.
pub type Pairs = [(String, String)];

/// A code as a form holds it.
pub fn written(code: &Disposition) -> Vec<(String, String)> {
    let record = serde_json::to_value(code).unwrap_or_default();
    let mut pairs = Vec::new();
    for (path, _, shape) in FIELDS {
        let Some(value) = at(&record, path) else {
            continue;
        };
        let mut say = |value: String| pairs.push((path.to_owned(), value));
        match (shape, value) {
            (Shape::Tick, Value::Bool(false)) => {}
            (Shape::Tick, _) => say("1".to_owned()),
            (Shape::Words, Value::Array(items)) => {
                let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                say(words.join(" "));
            }
            (Shape::Many(_), Value::Array(items)) => {
                let words = items.iter().filter_map(Value::as_str);
                words.for_each(|word| say(word.to_owned()));
            }
            (_, Value::String(text)) => say(text.clone()),
            (_, other) => say(other.to_string()),
        }
    }
    pairs
}

fn at<'v>(record: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.')
        .try_fold(record, |value, part| value.get(part))
}

/// The code with what was entered, or what is wrong with each field that cannot be read.
pub fn entered(
    pairs: &Pairs,
    base: &Disposition,
) -> Result<Disposition, BTreeMap<&'static str, String>> {
    let mut record = serde_json::to_value(base).unwrap_or_default();
    let mut wrong = BTreeMap::new();
    clear_parts(&mut record, pairs);
    let both = |path: &str| path.starts_with("suppress.");
    for (path, _, shape) in FIELDS.into_iter().filter(|(path, ..)| !both(path)) {
        let set = value(pairs, path, shape).map(|value| (path, as_before(value, &record, path)));
        let tried = set.and_then(|set| with(&record, [set]));
        match tried {
            Ok(tried) => record = tried,
            Err(text) => {
                wrong.insert(path, text);
            }
        }
    }
    // Neither half of a suppression is anything without the other.
    let halves = FIELDS.into_iter().filter(|(path, ..)| both(path));
    let halves: Result<Vec<_>, String> = halves
        .map(|(path, _, shape)| Ok((path, value(pairs, path, shape)?)))
        .collect();
    match halves.and_then(|halves| with(&record, halves)) {
        Ok(tried) => record = tried,
        Err(text) => {
            wrong.insert("suppress.subject", text);
        }
    }
    match serde_json::from_value(record) {
        Ok(code) if wrong.is_empty() => Ok(code),
        _ => Err(wrong),
    }
}

/// The record with some values set or taken away, if it can be read then.
fn with<'p>(
    record: &Value,
    set: impl IntoIterator<Item = (&'p str, Option<Value>)>,
) -> Result<Value, String> {
    let mut tried = record.clone();
    for (path, value) in set {
        match value {
            Some(value) => put(&mut tried, path, value),
            None => take(&mut tried, path),
        }
    }
    match serde_json::from_value::<Disposition>(tried.clone()) {
        Ok(_) => Ok(tried),
        Err(error) => Err(error.to_string()),
    }
}

/// Words that were there before keep their order.
fn as_before(value: Option<Value>, record: &Value, path: &str) -> Option<Value> {
    let before = at(record, path).and_then(Value::as_array);
    match (value, before) {
        (Some(Value::Array(mut words)), Some(before)) if path != "on" => {
            let place = |word: &Value| before.iter().position(|known| known == word);
            words.sort_by_key(|word| place(word).unwrap_or(usize::MAX));
            Some(Value::Array(words))
        }
        (value, _) => value,
    }
}

/// A follow-up or a suppression of which nothing is left goes as a whole.
fn clear_parts(record: &mut Value, pairs: &Pairs) {
    for (part, first) in [
        ("follow_up", "follow_up.expression"),
        ("suppress", "suppress.subject"),
    ] {
        if one(pairs, first).is_empty() {
            take(record, part);
        }
    }
}

fn one<'p>(pairs: &'p Pairs, path: &str) -> &'p str {
    let found = pairs.iter().find(|(name, _)| name == path);
    found.map_or("", |(_, value)| value.trim())
}

/// What was entered as the record has it; none where nothing was.
fn value(pairs: &Pairs, path: &str, shape: Shape) -> Result<Option<Value>, String> {
    let text = one(pairs, path);
    let words = |words: Vec<&str>| Value::from(words);
    Ok(match shape {
        Shape::Tick => Some(Value::Bool(!text.is_empty())),
        Shape::Words => Some(words(
            text.split([' ', ','])
                .filter(|word| !word.is_empty())
                .collect(),
        )),
        Shape::Many(known) => {
            let chosen = |word: &&&str| {
                pairs
                    .iter()
                    .any(|(name, value)| name == path && value == **word)
            };
            Some(words(known.iter().filter(chosen).copied().collect()))
        }
        _ if text.is_empty() => None,
        Shape::Figure | Shape::OneOf(CREDITS) => {
            let figure: i64 = text.parse().map_err(|_| format!("`{text}` is no figure"))?;
            Some(Value::from(figure))
        }
        Shape::Line | Shape::Meaning | Shape::Group | Shape::OneOf(_) => Some(Value::from(text)),
    })
}

fn put(record: &mut Value, path: &str, value: Value) {
    let mut place = record;
    let mut parts = path.split('.').peekable();
    while let Some(part) = parts.next() {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        let Some(members) = place.as_object_mut() else {
            return;
        };
        if parts.peek().is_none() {
            members.insert(part.to_owned(), value);
            return;
        }
        place = members
            .entry(part)
            .or_insert_with(|| Value::Object(Map::new()));
    }
}

fn take(record: &mut Value, path: &str) {
    let (parent, name) = match path.rsplit_once('.') {
        Some((parent, name)) => (record.get_mut(parent), name),
        None => (Some(record), path),
    };
    if let Some(members) = parent.and_then(Value::as_object_mut) {
        members.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::Catalogue;

    fn shipped() -> impl Iterator<Item = Disposition> {
        import::CATALOGUES.into_iter().flat_map(|(_, text)| {
            let catalogue = Catalogue::parse(text).unwrap();
            catalogue.dispositions().to_vec()
        })
    }

    #[test]
    fn a_form_sent_back_unchanged_changes_nothing() {
        for code in shipped() {
            assert_eq!(entered(&written(&code), &code).as_ref(), Ok(&code));
        }
    }

    #[test]
    fn each_field_is_blamed_by_itself() {
        let busy = shipped().find(|code| code.code.as_str() == "130").unwrap();
        let mut pairs = written(&busy);
        let mut set = |path: &str, value: &str| {
            pairs.retain(|(name, _)| name != path);
            pairs.push((path.to_owned(), value.to_owned()));
        };
        set("follow_up.expression", "soon");
        set("max_run", "many");
        set("suppress.subject", "number");
        set("hotkey", "xy");
        let wrong = entered(&pairs, &busy).unwrap_err();
        let fields: Vec<&str> = wrong.keys().copied().collect();
        assert_eq!(
            fields,
            [
                "follow_up.expression",
                "hotkey",
                "max_run",
                "suppress.subject"
            ]
        );
    }

    #[test]
    fn what_is_entered_holds() {
        let busy = shipped().find(|code| code.code.as_str() == "130").unwrap();
        let mut pairs = written(&busy);
        pairs.retain(|(name, _)| name != "follow_up.expression" && name != "kind");
        let closed = [
            ("kind", "final"),
            ("suppress.subject", "number"),
            ("suppress.extent", "everywhere"),
        ];
        pairs.extend(closed.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let code = entered(&pairs, &busy).unwrap();
        assert!(code.follow_up.is_none());
        assert_eq!(code.suppress.unwrap().until, None);
    }
}
