//! What is wrong with a callback expression, where, and what to write instead.

use std::fmt;

/// Everything that is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", shown(.problems))]
pub struct ExpressionError {
    pub problems: Vec<ExpressionProblem>,
}

/// One thing that is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpressionProblem {
    /// The character at which the item begins, counted from 1.
    pub position: usize,
    /// The item as it was written.
    pub item: String,
    pub wrong: String,
    /// What to write instead.
    pub write: String,
}

fn shown(problems: &[ExpressionProblem]) -> String {
    let texts: Vec<String> = problems.iter().map(ToString::to_string).collect();
    texts.join("\n")
}

impl fmt::Display for ExpressionProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            position,
            item,
            wrong,
            write,
        } = self;
        write!(
            f,
            "callback expression, character {position}, `{item}`: {wrong}; {write}"
        )
    }
}
