//! Reads the body of a request: all that is wrong with it at once, nothing taken on trust.

mod member;

use super::problem::{Fault, Problem};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A JSON object that is taken apart member by member.
pub struct Entry {
    members: Map<String, Value>,
    /// Where it stands in the body, with a dot at the end; empty for the body itself.
    place: String,
    pub faults: Vec<Fault>,
}

/// Most fields of one contact.
const MOST_FIELDS: usize = 200;
/// Most characters of a field's name and value.
const LONGEST_NAME: usize = 100;
const LONGEST_VALUE: usize = 10_000;

impl<S: Send + Sync> FromRequest<S> for Entry {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Err(Problem::of(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|_| Problem::of(StatusCode::PAYLOAD_TOO_LARGE))?;
        Self::read(&bytes)
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let value: Value = serde_json::from_slice(bytes).map_err(|error| {
            let detail = format!("the body is no JSON: {error}");
            Problem::new(StatusCode::BAD_REQUEST, "malformed_json", detail)
        })?;
        match value {
            Value::Object(members) => Ok(Self::of(members, String::new())),
            _ => Err(Problem::invalid(vec![Fault::new(
                "body",
                "wrong_type",
                "must be an object",
            )])),
        }
    }

    fn of(members: Map<String, Value>, place: String) -> Self {
        Self {
            members,
            place,
            faults: Vec::new(),
        }
    }

    /// Takes a member out; none where it is missing or null.
    fn take(&mut self, name: &str) -> Option<Value> {
        self.members.remove(name).filter(|value| !value.is_null())
    }

    /// A text of at most so many characters; none where it is missing or null.
    pub fn text(&mut self, name: &str, most: usize) -> Option<String> {
        let value = self.take(name)?;
        match value {
            Value::String(text) => match fault_of(&text, most) {
                None => Some(text),
                Some((code, detail)) => self.fault(name, code, detail),
            },
            _ => self.fault(name, "wrong_type", "must be a text".to_owned()),
        }
    }

    pub fn flag(&mut self, name: &str) -> Option<bool> {
        let value = self.take(name)?;
        match value {
            Value::Bool(flag) => Some(flag),
            _ => self.fault(name, "wrong_type", "must be true or false".to_owned()),
        }
    }

    /// A whole number of at least 1, such as an id.
    pub fn id(&mut self, name: &str) -> Option<i64> {
        let value = self.take(name)?;
        match value.as_i64() {
            Some(id) if id > 0 => Some(id),
            _ => self.fault(
                name,
                "wrong_type",
                "must be a whole number from 1 on".to_owned(),
            ),
        }
    }

    /// Values of a contact by the names of its fields. Numbers and truths become texts, null
    /// an empty one.
    pub fn fields(&mut self, name: &str) -> BTreeMap<String, String> {
        let members = match self.members.remove(name) {
            None | Some(Value::Null) => return BTreeMap::new(),
            Some(Value::Object(members)) if members.len() <= MOST_FIELDS => members,
            Some(Value::Object(_)) => {
                let detail = format!("has more than {MOST_FIELDS} fields");
                self.fault::<()>(name, "too_long", detail);
                return BTreeMap::new();
            }
            Some(_) => {
                self.fault::<()>(name, "wrong_type", "must be an object".to_owned());
                return BTreeMap::new();
            }
        };
        let mut fields = BTreeMap::new();
        for (field, value) in members {
            let place = format!(
                "{name}.{}",
                field.chars().take(LONGEST_NAME).collect::<String>()
            );
            if let Some((code, detail)) = fault_of(&field, LONGEST_NAME) {
                self.fault::<()>(&place, code, format!("the name of the field {detail}"));
                continue;
            }
            let text = match value {
                Value::Null => String::new(),
                Value::String(text) => text,
                Value::Number(number) => number.to_string(),
                Value::Bool(truth) => truth.to_string(),
                Value::Array(_) | Value::Object(_) => {
                    let detail = "must be a text, a number, true, false or null";
                    self.fault::<()>(&place, "wrong_type", detail.to_owned());
                    continue;
                }
            };
            match fault_of(&text, LONGEST_VALUE) {
                None => {
                    fields.insert(field, text);
                }
                Some((code, detail)) => {
                    self.fault::<()>(&place, code, detail);
                }
            }
        }
        fields
    }

    /// Notes a fault; there is no value then.
    pub fn fault<T>(&mut self, field: &str, code: &'static str, detail: String) -> Option<T> {
        let field = format!("{}{field}", self.place);
        self.faults.push(Fault::new(field, code, detail));
        None
    }

    /// Everything has been asked for: what is left over is unknown.
    pub fn finish(self) -> Result<(), Problem> {
        let faults = self.close();
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Problem::invalid(faults))
        }
    }

    /// The same, and what was made of it: nothing was made only where there is a fault.
    pub fn finish_as<T>(self, made: Option<T>) -> Result<T, Problem> {
        self.finish()?;
        made.ok_or_else(|| Problem::of(StatusCode::INTERNAL_SERVER_ERROR))
    }

    fn close(mut self) -> Vec<Fault> {
        let unknown = std::mem::take(&mut self.members);
        for name in unknown.keys() {
            let name: String = name.chars().take(LONGEST_NAME).collect();
            self.fault::<()>(
                &name,
                "unknown",
                "is not known here: leave it out".to_owned(),
            );
        }
        self.faults
    }
}

/// What is wrong with a text: too long, or signs that no database keeps.
pub fn fault_of(text: &str, most: usize) -> Option<(&'static str, String)> {
    let letters = text.chars().count();
    if letters > most {
        let detail = format!("has {letters} characters where {most} are allowed");
        return Some(("too_long", detail));
    }
    let strange = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
    text.chars().any(strange).then(|| {
        (
            "invalid",
            "contains a control character: remove it".to_owned(),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str) -> Entry {
        Entry::read(text.as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}"))
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let mut entry = entry(
            r#"{"key": 5, "first": "yes", "fields": {"a": [], "b\u0000": "x", "c": "\u0000"}, "keey": 1}"#,
        );
        assert_eq!(entry.text("key", 10), None);
        assert_eq!(entry.flag("first"), None);
        assert_eq!(entry.fields("fields").len(), 0);
        let problem = entry.finish().unwrap_err();
        let told: Vec<(&str, &str)> = problem
            .errors
            .iter()
            .map(|fault| (fault.field.as_str(), fault.code))
            .collect();
        assert_eq!(
            told,
            [
                ("key", "wrong_type"),
                ("first", "wrong_type"),
                ("fields.a", "wrong_type"),
                ("fields.b\0", "invalid"),
                ("fields.c", "invalid"),
                ("keey", "unknown"),
            ]
        );
    }

    #[test]
    fn what_is_right_is_read_and_null_is_nothing() {
        let mut entry =
            entry(r#"{"key": "K1", "first": null, "fields": {"n": 5, "t": true, "x": null}}"#);
        assert_eq!(entry.text("key", 2).as_deref(), Some("K1"));
        assert_eq!(entry.flag("first"), None);
        let fields = entry.fields("fields");
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(k, v)| (k.as_str(), v.as_str()))
            .collect();
        assert_eq!(fields, [("n", "5"), ("t", "true"), ("x", "")]);
        assert!(entry.finish().is_ok());
    }

    #[test]
    fn only_an_object_is_a_body() {
        for text in ["[]", "1", "null", "\"x\""] {
            assert_eq!(
                Entry::read(text.as_bytes()).err().map(|p| p.status),
                Some(422)
            );
        }
        for text in ["", "{", "{\"a\": \u{1}}"] {
            assert_eq!(
                Entry::read(text.as_bytes()).err().map(|p| p.status),
                Some(400)
            );
        }
    }
}
