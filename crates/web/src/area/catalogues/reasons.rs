//! Reasons as they are typed, one a line: `price: Prijs | Price | Preis | Ár`, in Dutch, English,
//! German and Hungarian.

use serde_json::{Map, Value, json};

const LANGUAGES: [&str; 4] = ["nl", "en", "de", "hu"];

pub fn written(reasons: &[Value]) -> String {
    let line = |reason: &Value| {
        let label = |language| {
            let label = reason.get("label").and_then(|label| label.get(language));
            label.and_then(Value::as_str).unwrap_or_default()
        };
        let key = reason.get("key").and_then(Value::as_str);
        let labels = LANGUAGES.map(label).join(" | ");
        format!("{}: {labels}", key.unwrap_or_default())
    };
    reasons.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// All of them, or the first line that is none.
pub fn read(text: &str) -> Result<Vec<Value>, String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            reason(line).ok_or_else(|| format!("`{line}`: `price: Prijs | Price | Preis | Ár`"))
        })
        .collect()
}

fn reason(line: &str) -> Option<Value> {
    let (key, labels) = line.split_once(':')?;
    let labels: Vec<&str> = labels.split('|').map(str::trim).collect();
    if labels.len() != LANGUAGES.len() {
        return None;
    }
    let label: Map<String, Value> = LANGUAGES
        .iter()
        .zip(labels)
        .map(|(language, label)| ((*language).to_owned(), Value::from(label)))
        .collect();
    Some(json!({ "key": key.trim(), "label": label }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let text = "price: Prijs | Price | Preis | Ár\nother: Anders | Other | Sonstiges | Egyéb";
        let reasons = read(text).unwrap();
        assert_eq!(reasons.len(), 2);
        assert_eq!(written(&reasons), text);
        assert_eq!(read(" \n").unwrap(), Vec::<Value>::new());
        for wrong in ["price", "price: Prijs", "a: b | c | d"] {
            assert!(read(wrong).unwrap_err().contains(wrong), "{wrong}");
        }
    }
}
