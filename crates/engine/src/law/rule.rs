//! What a rule is called, what it says and where it comes from.

use serde::Serialize;
use std::fmt;
use std::sync::Arc;

/// A rule to point at when it held something back; a clone costs one counter.
#[derive(Clone, PartialEq, Eq)]
pub struct RuleRef(Arc<Words>);

#[derive(PartialEq, Eq, Serialize)]
struct Words {
    id: String,
    text: String,
    source: String,
}

/// A rule that is not certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub rule: RuleRef,
}

impl RuleRef {
    pub fn new(id: impl Into<String>, text: impl Into<String>, source: impl Into<String>) -> Self {
        Self(Arc::new(Words {
            id: id.into(),
            text: text.into(),
            source: source.into(),
        }))
    }

    /// Such as `nl.hours.saturday`.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    pub fn text(&self) -> &str {
        &self.0.text
    }

    pub fn source(&self) -> &str {
        &self.0.source
    }
}

impl Serialize for RuleRef {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl fmt::Debug for RuleRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RuleRef({})", self.id())
    }
}

impl fmt::Display for RuleRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.text(), self.id())
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rule = &self.rule;
        write!(
            f,
            "{}: not certain: {} (source: {})",
            rule.id(),
            rule.text(),
            rule.source()
        )
    }
}
