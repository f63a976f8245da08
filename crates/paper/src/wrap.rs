//! Where lines end.

/// The text in lines of at most so many letters, broken between words; a word that is longer
/// than a line is broken itself.
pub fn wrapped(text: &str, most: usize) -> Vec<String> {
    let most = most.max(1);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        let mut letters = 0_usize;
        for word in paragraph.split_whitespace() {
            for piece in pieces(word, most) {
                let wide = piece.chars().count();
                if letters > 0 && letters + 1 + wide > most {
                    lines.push(std::mem::take(&mut line));
                    letters = 0;
                }
                if letters > 0 {
                    line.push(' ');
                    letters += 1;
                }
                line.push_str(&piece);
                letters += wide;
            }
        }
        lines.push(line);
    }
    lines
}

/// A word in pieces that fit on a line; mostly one.
fn pieces(word: &str, most: usize) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters
        .chunks(most)
        .map(|piece| piece.iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_end_between_words_and_long_words_are_broken() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrapped("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrapped("", 9), Vec::<String>::new());
        assert_eq!(wrapped("őűß€ őűß€", 4), ["őűß€", "őűß€"]);
    }
}
