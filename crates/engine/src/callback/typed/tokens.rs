//! A typed line cut into numbers, words and signs, in small letters without accents.

/// One piece of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Number { figure: u32, digits: usize },
    Word(String),
    Sign(char),
}

/// Cuts the line up, once the phrases of the language have given way to single words.
pub(super) fn split(text: &str, phrases: &[(&str, &str)]) -> Vec<Token> {
    let mut line = folded(text);
    for (phrase, word) in phrases {
        line = line.replace(phrase, word);
    }
    let mut tokens = Vec::new();
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next() {
        let end = if first.is_ascii_digit() {
            rest.find(|letter: char| !letter.is_ascii_digit())
        } else if first.is_alphabetic() {
            rest.find(|letter: char| !letter.is_alphabetic())
        } else {
            Some(first.len_utf8())
        };
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        tokens.extend(token(first, piece));
        rest = after.trim_start();
    }
    tokens
}

fn token(first: char, piece: &str) -> Option<Token> {
    if first.is_ascii_digit() {
        let figure = piece.parse().unwrap_or(u32::MAX);
        let digits = piece.len();
        Some(Token::Number { figure, digits })
    } else if first.is_alphabetic() {
        Some(Token::Word(piece.to_owned()))
    } else {
        (first != ',').then_some(Token::Sign(first))
    }
}

/// Small letters without accents; apostrophes vanish (`'s middags`, `o'clock`).
fn folded(text: &str) -> String {
    let plain = text
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| !matches!(letter, '\'' | '’' | '`'));
    plain
        .map(|letter| match letter {
            'á' | 'à' | 'ä' => 'a',
            'é' | 'è' | 'ë' => 'e',
            'í' | 'ï' => 'i',
            'ó' | 'ö' | 'ő' => 'o',
            'ú' | 'ü' | 'ű' => 'u',
            '–' | '−' => '-',
            other if other.is_whitespace() => ' ',
            other => other,
        })
        .collect()
}
