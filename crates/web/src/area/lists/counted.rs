//! What became of the rows of a file, as figures and as problems by kind.

use crate::words::Words;
use import::{Of, Outlook, ProblemKind};
use store::ImportCounts;

/// One figure with its word.
pub struct Figure {
    pub label: String,
    pub count: String,
}

/// Problems of one kind, as they are shown.
pub struct Kind {
    pub what: String,
    pub count: String,
    pub remedy: String,
    pub examples: Vec<Example>,
}

pub struct Example {
    pub line: String,
    pub column: String,
    pub value: String,
}

/// Rows and what became of them; what is nought is left out, but for the first two.
pub fn figures(counts: &ImportCounts, excluded: u64, words: &Words) -> Vec<Figure> {
    let always = [
        ("counted-rows", counts.rows),
        ("counted-imported", counts.imported),
    ];
    let sometimes = [
        ("counted-updated", counts.updated),
        ("counted-unchanged", counts.unchanged),
        ("counted-rejected", counts.rejected),
        ("counted-invalid", counts.invalid),
        ("counted-duplicate", counts.duplicate),
        ("counted-suppressed", counts.suppressed),
        ("counted-excluded", excluded),
        ("counted-absent", counts.absent),
    ];
    let some = sometimes.into_iter().filter(|(_, count)| *count > 0);
    always
        .into_iter()
        .chain(some)
        .map(|(key, count)| Figure {
            label: words.t(key),
            count: words.number(count),
        })
        .collect()
}

/// The kinds of problems, the most frequent first.
pub fn kinds(outlook: &Outlook, words: &Words) -> Vec<Kind> {
    let mut all: Vec<(&ProblemKind, &Of)> = outlook.kinds.iter().collect();
    all.sort_by_key(|(_, of)| std::cmp::Reverse(of.count));
    all.into_iter()
        .map(|(kind, of)| {
            let key = format!("problem-{}", kind.word());
            Kind {
                what: words.t(&key),
                count: words.number(of.count),
                remedy: words.t(&format!("{key}-remedy")),
                examples: of
                    .examples
                    .iter()
                    .map(|problem| Example {
                        line: words.number(problem.line),
                        column: problem.column.clone(),
                        value: problem.value.clone(),
                    })
                    .collect(),
            }
        })
        .collect()
}
