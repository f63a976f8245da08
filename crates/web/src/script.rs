//! Call scripts: a text with headings, items and bold words, and fields of the contact in it.
//!
//! `# Heading`, `## Smaller heading`, `- item`, `**bold**`, an empty line between paragraphs.
//! `{{Field}}` stands for a field of the list, by its name or by what its column is called;
//! `{agent}`, `{number}` and `{campaign}` for whoever calls, what is dialled, and for what.
//! Nothing else means anything: the templates escape every text.

use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};
use store::List;

/// The names that are no fields.
const OURS: [&str; 3] = ["agent", "number", "campaign"];

/// One part of a script, `h3`, `h4`, `p` or `ul`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub tag: &'static str,
    pub lines: Vec<Vec<Piece>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub bold: bool,
    /// A field that is empty, or that there is not: its name.
    pub missing: bool,
}

/// A name in a script that stands for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub line: usize,
    /// Empty: a bracket that is not closed.
    pub name: String,
    known: String,
}

/// The names that a script may use.
#[derive(Debug, Clone, Default)]
pub struct Names {
    folded: BTreeSet<String>,
    shown: Vec<String>,
}

/// What the names stand for.
#[derive(Debug, Clone, Default)]
pub struct Values(BTreeMap<String, String>);

impl Names {
    pub fn of<'a>(lists: impl IntoIterator<Item = &'a List>) -> Self {
        let mut names = Self::default();
        for field in lists.into_iter().flat_map(|list| &list.fields) {
            if names.folded.insert(folded(&field.name)) {
                names.shown.push(match field.external.trim() {
                    "" => field.name.clone(),
                    external => external.to_owned(),
                });
            }
            names.folded.insert(folded(&field.external));
        }
        names.folded.remove("");
        names.folded.extend(OURS.map(str::to_owned));
        names
    }

    /// As they are written in a script.
    pub fn shown(&self) -> Vec<String> {
        let fields = self.shown.iter().map(|name| format!("{{{{{name}}}}}"));
        let ours = OURS.iter().map(|name| format!("{{{name}}}"));
        fields.chain(ours).collect()
    }
}

impl Values {
    pub fn new(
        list: &List,
        fields: &BTreeMap<String, String>,
        [agent, number, campaign]: [&str; 3],
    ) -> Self {
        let mut values = BTreeMap::new();
        for (name, value) in OURS.into_iter().zip([agent, number, campaign]) {
            values.insert(name.to_owned(), value.to_owned());
        }
        // A name goes before what a column is called.
        for by_name in [false, true] {
            for field in &list.fields {
                let value = fields.get(&field.name).cloned().unwrap_or_default();
                let name = if by_name {
                    &field.name
                } else {
                    &field.external
                };
                values.insert(folded(name), value);
            }
        }
        values.remove("");
        Self(values)
    }
}

impl Fault {
    pub fn told(&self, words: &Words) -> String {
        let line = words.number(self.line);
        if self.name.is_empty() {
            return words.with("script-unclosed", [("line", line.as_str())]);
        }
        let name = format!("{{{{{}}}}}", self.name);
        words.with(
            "script-unknown",
            [
                ("line", line.as_str()),
                ("name", &name),
                ("known", &self.known),
            ],
        )
    }
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// What is wrong with a text, line by line.
pub fn faults(text: &str, names: &Names) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (place, line) in text.lines().enumerate() {
        for token in tokens(line) {
            let name = match token {
                Token::Name(name) if !names.folded.contains(&folded(name)) => name.trim(),
                Token::Name("") | Token::Open => "",
                _ => continue,
            };
            faults.push(Fault {
                line: place.saturating_add(1),
                name: name.to_owned(),
                known: names.shown().join(", "),
            });
        }
    }
    faults
}

/// The text as it is said to one contact.
pub fn blocks(text: &str, values: &Values) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            is_open = false;
            continue;
        }
        let (tag, rest) = kind(line);
        let joins = matches!(tag, "p" | "ul");
        let pieces = pieces(rest, values);
        match blocks.last_mut() {
            Some(last) if is_open && joins && last.tag == tag => last.lines.push(pieces),
            _ => blocks.push(Block {
                tag,
                lines: vec![pieces],
            }),
        }
        is_open = joins;
    }
    blocks
}

fn kind(line: &str) -> (&'static str, &str) {
    for (mark, tag) in [("## ", "h4"), ("# ", "h3"), ("- ", "ul"), ("* ", "ul")] {
        if let Some(rest) = line.strip_prefix(mark) {
            return (tag, rest.trim());
        }
    }
    ("p", line)
}

enum Token<'a> {
    Text(&'a str),
    /// `**`
    Bold,
    Name(&'a str),
    /// `{{` without its end.
    Open,
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let next = rest.find(['*', '{']).unwrap_or(rest.len());
        let (plain, special) = rest.split_at(next);
        if !plain.is_empty() {
            tokens.push(Token::Text(plain));
        }
        rest = special;
        if let Some(after) = special.strip_prefix("**") {
            tokens.push(Token::Bold);
            rest = after;
        } else if let Some(inner) = special.strip_prefix("{{") {
            match inner.split_once("}}") {
                Some((name, after)) => {
                    tokens.push(Token::Name(name));
                    rest = after;
                }
                None => {
                    tokens.push(Token::Open);
                    rest = inner;
                }
            }
        } else if let Some((name, after)) = ours(special) {
            tokens.push(Token::Name(name));
            rest = after;
        } else if let Some(first) = special.chars().next() {
            let (one, after) = special.split_at(first.len_utf8());
            tokens.push(Token::Text(one));
            rest = after;
        }
    }
    tokens
}

/// `{agent}` and the like.
fn ours(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('{')?.split_once('}')?;
    OURS.contains(&name).then_some((name, after))
}

fn pieces(line: &str, values: &Values) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut bold = false;
    for token in tokens(line) {
        let (text, missing) = match token {
            Token::Bold => {
                bold = !bold;
                continue;
            }
            Token::Text(text) => (text.to_owned(), false),
            Token::Open => ("{{".to_owned(), false),
            Token::Name(name) => match values.0.get(&folded(name)) {
                Some(value) if !value.trim().is_empty() => (value.clone(), false),
                _ => (name.trim().to_owned(), true),
            },
        };
        match pieces.last_mut() {
            Some(last) if last.bold == bold && !last.missing && !missing => last.text += &text,
            _ => pieces.push(Piece {
                text,
                bold,
                missing,
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::ListId;
    use store::Field;

    fn list() -> List {
        let field = |name: &str, external: &str| Field {
            name: name.to_owned(),
            external: external.to_owned(),
            ..Field::default()
        };
        List {
            id: ListId(1),
            name: "Hotleads".to_owned(),
            country: "NL".to_owned(),
            rules: 1,
            fields: vec![field("first_name", "Voornaam"), field("city", "Plaats")],
        }
    }

    fn said(text: &str) -> Vec<Block> {
        let fields = [("first_name".to_owned(), "Ada".to_owned())].into();
        let values = Values::new(&list(), &fields, ["Bea", "+31 970 1", "Spring"]);
        blocks(text, &values)
    }

    fn plain(block: &Block) -> Vec<String> {
        let line = |pieces: &Vec<Piece>| pieces.iter().map(|piece| piece.text.as_str()).collect();
        block.lines.iter().map(line).collect()
    }

    #[test]
    fn fields_are_found_by_name_and_by_column_whatever_their_case() {
        let found =
            said("{{Voornaam}} {{first_name}} {{ VOORNAAM }} {agent} {{number}} {campaign}");
        assert_eq!(plain(&found[0]), ["Ada Ada Ada Bea +31 970 1 Spring"]);
    }

    #[test]
    fn headings_items_and_paragraphs_are_told_apart() {
        let found = said("# Hello\nOne\nTwo\n\nThree\n- a\n- b\n## More");
        let tags: Vec<&str> = found.iter().map(|block| block.tag).collect();
        assert_eq!(tags, ["h3", "p", "p", "ul", "h4"]);
        assert_eq!(plain(&found[1]), ["One", "Two"]);
        assert_eq!(plain(&found[3]), ["a", "b"]);
    }

    #[test]
    fn bold_is_bold_and_an_empty_field_shows_its_name() {
        let found = said("Are you **from {{Plaats}}**?");
        let told: Vec<(&str, bool, bool)> = found[0].lines[0]
            .iter()
            .map(|piece| (piece.text.as_str(), piece.bold, piece.missing))
            .collect();
        let wanted = [
            ("Are you ", false, false),
            ("from ", true, false),
            ("Plaats", true, true),
            ("?", false, false),
        ];
        assert_eq!(told, wanted);
    }

    #[test]
    fn what_stands_for_nothing_is_named_with_its_line() {
        let names = Names::of([&list()]);
        let found = faults("Hi {{Voornaam}}\n{{Achternaam}} {agent}\n{{open", &names);
        let told: Vec<(usize, &str)> = found
            .iter()
            .map(|fault| (fault.line, fault.name.as_str()))
            .collect();
        assert_eq!(told, [(2, "Achternaam"), (3, "")]);
        assert_eq!(faults("{this} * and } {{city}}", &names), []);
    }
}
