//! Text reduced to what two ways of writing the same word have in common.

/// Lower case, without accents, spaces and punctuation.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// The same, appended to a text that is used again and again.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            'a'..='z' | '0'..='9' => out.push(letter),
            'A'..='Z' => out.push(letter.to_ascii_lowercase()),
            _ if letter.is_ascii() => {}
            'ß' => out.push_str("ss"),
            _ => out.extend(
                letter
                    .to_lowercase()
                    .filter(|l| l.is_alphanumeric())
                    .map(plain),
            ),
        }
    }
}

fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ő' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ű' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_writing_fall_together() {
        assert_eq!(folded("E-Mail Adresse"), "emailadresse");
        assert_eq!(folded("IRÁNYÍTÓSZÁM"), "iranyitoszam");
        assert_eq!(folded("Straße"), "strasse");
        assert_eq!(folded("Név_2"), "nev2");
        assert_eq!(folded("Ügyfél Őrült"), "ugyfelorult");
        assert_eq!(folded("Имя"), "имя");
    }
}
