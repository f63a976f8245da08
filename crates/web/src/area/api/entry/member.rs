//! Members of a body by what they are: names, figures, words of closed lists, instants, parts.

use super::super::question::{DAY, INSTANT, worded};
use super::{Entry, fault_of};
use crate::area::name::{self, BadName};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value};
use std::ops::RangeInclusive;

impl Entry {
    /// Whether it is named at all, be it with null.
    pub fn names(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// A member that must be there.
    pub fn needed<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Self, &str) -> Option<T>,
    ) -> Option<T> {
        if self.members.get(name).is_none_or(Value::is_null) {
            self.members.remove(name);
            return self.missing(name);
        }
        read(self, name)
    }

    fn missing<T>(&mut self, name: &str) -> Option<T> {
        self.fault(name, "required", "is required".to_owned())
    }

    /// A text that must be there, and say something.
    pub fn needed_text(&mut self, name: &str, most: usize) -> Option<String> {
        let text = self.needed(name, |entry, name| entry.text(name, most))?;
        let text = text.trim().to_owned();
        match text.is_empty() {
            true => self.missing(name),
            false => Some(text),
        }
    }

    /// The name of a list or a campaign, where there is one.
    pub fn name(&mut self, name: &str) -> Option<String> {
        let text = match self.take(name)? {
            Value::String(text) => text.trim().to_owned(),
            _ => return self.fault(name, "wrong_type", "must be a text".to_owned()),
        };
        let (code, detail) = match name::bad_name(&text) {
            None => return Some(text),
            Some(BadName::Empty) => ("required", "is empty: fill it in".to_owned()),
            Some(BadName::Long) => ("too_long", format!("may have {} characters", name::LONGEST)),
            Some(BadName::Letters) => ("invalid", "must be one line of plain letters".to_owned()),
        };
        self.fault(name, code, detail)
    }

    /// A whole number within bounds.
    pub fn figure(&mut self, name: &str, bounds: RangeInclusive<i64>) -> Option<i64> {
        let value = self.take(name)?;
        match value.as_i64() {
            Some(figure) if bounds.contains(&figure) => Some(figure),
            _ if !value.is_number() => {
                self.fault(name, "wrong_type", "must be a whole number".to_owned())
            }
            _ => {
                let (least, most) = (bounds.start(), bounds.end());
                let detail = format!("must be a whole number from {least} to {most}");
                self.fault(name, "out_of_range", detail)
            }
        }
    }

    /// One of a closed list, by its word.
    pub fn one_of<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        word: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(name, 100)?;
        match worded(&text, all, word) {
            Ok(found) => Some(found),
            Err(detail) => self.fault(name, "unknown", detail),
        }
    }

    pub fn day(&mut self, name: &str) -> Option<Date> {
        match self.text(name, 64)?.parse() {
            Ok(day) => Some(day),
            Err(_) => self.fault(name, "invalid", DAY.to_owned()),
        }
    }

    pub fn instant(&mut self, name: &str) -> Option<Timestamp> {
        match self.text(name, 64)?.parse() {
            Ok(at) => Some(at),
            Err(_) => self.fault(name, "invalid", INSTANT.to_owned()),
        }
    }

    /// Texts that say something, so many at most, each of so many characters at most.
    pub fn texts(&mut self, name: &str, most: usize, longest: usize) -> Vec<String> {
        let items = self.items(name, most);
        let mut texts = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            let place = format!("{name}[{index}]");
            let Value::String(text) = item else {
                self.fault::<()>(&place, "wrong_type", "must be a text".to_owned());
                continue;
            };
            let text = text.trim().to_owned();
            match fault_of(&text, longest) {
                Some((code, detail)) => {
                    self.fault::<()>(&place, code, detail);
                }
                None if text.is_empty() => {
                    self.missing::<()>(&place);
                }
                None => texts.push(text),
            }
        }
        texts
    }

    /// An object that is taken as it is.
    pub fn object(&mut self, name: &str) -> Option<Map<String, Value>> {
        match self.take(name)? {
            Value::Object(members) => Some(members),
            _ => self.fault(name, "wrong_type", "must be an object".to_owned()),
        }
    }

    /// An object that is taken apart in its turn, and then absorbed.
    pub fn part(&mut self, name: &str) -> Option<Self> {
        let members = self.object(name)?;
        Some(Self::of(members, format!("{}{name}.", self.place)))
    }

    /// The same of an array of so many objects at most; their places count from 0.
    pub fn parts(&mut self, name: &str, most: usize) -> Vec<Self> {
        let items = self.items(name, most);
        let mut parts = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            match item {
                Value::Object(members) => {
                    let place = format!("{}{name}[{index}].", self.place);
                    parts.push(Self::of(members, place));
                }
                _ => {
                    let place = format!("{name}[{index}]");
                    self.fault::<()>(&place, "wrong_type", "must be an object".to_owned());
                }
            }
        }
        parts
    }

    /// Takes over what was found in a part.
    pub fn absorb(&mut self, part: Self) {
        self.faults.extend(part.close());
    }

    fn items(&mut self, name: &str, most: usize) -> Vec<Value> {
        match self.take(name) {
            None => Vec::new(),
            Some(Value::Array(items)) if items.len() <= most => items,
            Some(Value::Array(_)) => {
                self.fault::<()>(name, "too_long", format!("has more than {most} entries"));
                Vec::new()
            }
            Some(_) => {
                self.fault::<()>(name, "wrong_type", "must be an array".to_owned());
                Vec::new()
            }
        }
    }
}
