//! A catalogue written over the text it was read from: what did not change stays as it stands there,
//! comments and all; a value that did is written anew, without the remark behind it.

use super::{Catalogue, CatalogueFile};
use toml::Table;

pub(super) fn write_over(file: &CatalogueFile, before: &str) -> String {
    let plain = file.write();
    let Some(old) = Catalogue::examine(before, &[]).file else {
        return plain;
    };
    let (theirs, were, are) = (blocks(before), blocks(&old.write()), blocks(&plain));
    let mut text = String::new();
    for new in &are.blocks {
        let there = theirs.find(new).zip(were.find(new));
        match there {
            Some((there, was)) => there.put_changed(was, new, &mut text),
            None => new.put(&mut text),
        }
    }
    text.push_str(&theirs.rest);
    let is_whole = Catalogue::examine(&text, &[]).file.as_ref() == Some(file);
    if is_whole { text } else { plain }
}

/// A text by its records.
struct Blocks {
    blocks: Vec<Block>,
    /// What stands behind the last one.
    rest: String,
}

/// The header of the file, `[limits]`, or one record.
#[derive(Default)]
struct Block {
    /// Blank lines and comments before its first line, which follows.
    lead: String,
    head: String,
    fields: Vec<Field>,
}

struct Field {
    lead: String,
    line: String,
    values: Table,
}

fn blocks(text: &str) -> Blocks {
    let mut blocks = vec![Block::default()];
    let (mut lead, mut begun) = (String::new(), String::new());
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        if begun.is_empty() && (words.is_empty() || words.starts_with('#')) {
            lead.push_str(line);
        } else if begun.is_empty() && words.starts_with('[') {
            blocks.push(Block {
                lead: std::mem::take(&mut lead),
                head: line.to_owned(),
                fields: Vec::new(),
            });
        } else {
            // A value may go over several lines: it is whole once it can be read.
            begun.push_str(line);
            if let (Ok(values), Some(block)) = (begun.parse::<Table>(), blocks.last_mut()) {
                block.fields.push(Field {
                    lead: std::mem::take(&mut lead),
                    line: std::mem::take(&mut begun),
                    values,
                });
            }
        }
    }
    Blocks { blocks, rest: lead }
}

impl Blocks {
    /// The block of the same record.
    fn find(&self, other: &Block) -> Option<&Block> {
        let mut blocks = self.blocks.iter();
        blocks.find(|block| block.kind() == other.kind() && block.name() == other.name())
    }
}

impl Block {
    fn kind(&self) -> &str {
        self.head.split('#').next().unwrap_or_default().trim()
    }

    /// What its record is called by; nothing where there is only one.
    fn name(&self) -> Option<&toml::Value> {
        let name = if self.kind() == "[[group]]" {
            "key"
        } else {
            "code"
        };
        self.field(name).and_then(|field| field.values.get(name))
    }

    fn field(&self, name: &str) -> Option<&Field> {
        self.fields
            .iter()
            .find(|field| field.values.contains_key(name))
    }

    fn put(&self, text: &mut String) {
        text.push_str(&self.lead);
        text.push_str(&self.head);
        for field in &self.fields {
            text.push_str(&field.lead);
            text.push_str(&field.line);
        }
    }

    /// This one, with what is not as it was.
    fn put_changed(&self, was: &Block, is: &Block, text: &mut String) {
        text.push_str(&self.lead);
        text.push_str(&self.head);
        let value = |block: &Block, name: &str| {
            let field = block.field(name)?;
            field.values.get(name).cloned()
        };
        let named = |field: &Field| field.values.keys().next().cloned().unwrap_or_default();
        for field in &self.fields {
            let name = named(field);
            let (before, after) = (value(was, &name), value(is, &name));
            let line = match is.field(&name) {
                _ if before == after => &field.line,
                Some(after) => &after.line,
                None => continue,
            };
            text.push_str(&field.lead);
            text.push_str(line);
        }
        for field in &is.fields {
            let name = named(field);
            if self.field(&name).is_none() && value(was, &name) != value(is, &name) {
                text.push_str(&field.line);
            }
        }
    }
}
