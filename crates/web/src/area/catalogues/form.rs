//! A code as a form holds it, and back: each field is read by itself so that each is blamed by
//! itself. What has no field stays as it was.

use super::fields::{CREDITS, Field, NEAR, Shape, all};
use super::reasons;
use engine::catalogue::{Action, Disposition};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A form: several values may stand under one name.
pub type Pairs = [(String, String)];

/// A code as a form holds it.
pub fn written(code: &Disposition) -> Vec<(String, String)> {
    let record = serde_json::to_value(code).unwrap_or_default();
    let mut pairs = Vec::new();
    for Field { path, shape, .. } in all() {
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
            (Shape::Reasons, Value::Array(items)) => say(reasons::written(items)),
            (Shape::Many(_), Value::Array(items)) => {
                let words = items.iter().filter_map(Value::as_str);
                words.for_each(|word| say(word.to_owned()));
            }
            (Shape::Pairs, Value::Object(members)) => {
                let pair = |(name, value): (&String, &Value)| {
                    format!("{name}={}", value.as_str().unwrap_or_default())
                };
                say(members.iter().map(pair).collect::<Vec<_>>().join(" "));
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
    for Field { path, shape, .. } in all().filter(|field| !both(field.path)) {
        let set = value(pairs, path, shape);
        let set = set.map(|value| (path, as_before(value, &record, path)));
        let tried = set.and_then(|set| with(&record, [set]));
        match tried {
            Ok(tried) => record = tried,
            Err(text) => {
                wrong.insert(path, text);
            }
        }
    }
    // Neither half of a suppression is anything without the other.
    let halves = all().filter(|field| both(field.path));
    let halves: Result<Vec<_>, String> = halves
        .map(|Field { path, shape, .. }| Ok((path, value(pairs, path, shape)?)))
        .collect();
    match halves.and_then(|halves| with(&record, halves)) {
        Ok(tried) => record = tried,
        Err(text) => {
            wrong.insert("suppress.subject", text);
        }
    }
    match serde_json::from_value(record) {
        Ok(code) if wrong.is_empty() => Ok(opened(code)),
        _ => Err(wrong),
    }
}

/// An e-mail is looked at before it goes, so its code opens the screen.
fn opened(mut code: Disposition) -> Disposition {
    code.pop_up |= code.actions.contains(&Action::Mail);
    code
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
        (Some(Value::Array(mut words)), Some(before)) if !matches!(path, "on" | "reasons") => {
            let place = |word: &Value| before.iter().position(|known| known == word);
            words.sort_by_key(|word| place(word).unwrap_or(usize::MAX));
            Some(Value::Array(words))
        }
        (value, _) => value,
    }
}

/// A follow-up, a suppression or a length of which nothing is left goes as a whole.
fn clear_parts(record: &mut Value, pairs: &Pairs) {
    for (part, first) in [
        ("follow_up", "follow_up.expression"),
        ("suppress", "suppress.subject"),
    ] {
        if one(pairs, first).is_empty() {
            take(record, part);
        }
    }
    let lengths = ["talk_seconds.min", "talk_seconds.max"];
    if lengths.iter().all(|path| one(pairs, path).is_empty()) {
        take(record, "talk_seconds");
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
            let chosen = |word: &&str| {
                let mut entered = pairs.iter();
                entered.any(|(name, value)| name == path && value == *word)
            };
            let known = known.iter().map(|(word, _)| *word);
            Some(words(known.filter(chosen).collect()))
        }
        Shape::Pairs => Some(Value::Object(members(text)?)),
        Shape::Reasons => Some(Value::Array(reasons::read(text)?)),
        _ if text.is_empty() => None,
        Shape::Figure | Shape::OneOf(CREDITS | NEAR) => {
            let figure: i64 = text.parse().map_err(|_| format!("`{text}` is no figure"))?;
            Some(Value::from(figure))
        }
        Shape::Line | Shape::Meaning | Shape::Group | Shape::OneOf(_) => Some(Value::from(text)),
    })
}

/// `second_number=attempt_only`, several with blanks between.
fn members(text: &str) -> Result<Map<String, Value>, String> {
    let pairs = text.split([' ', ',']).filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| match pair.split_once('=') {
            Some((name, value)) => Ok((name.to_owned(), Value::from(value))),
            None => Err(format!("`{pair}` is no pair such as `line.busy=callback`")),
        })
        .collect()
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
mod tests;
