//! One message, as far as its headers say who wants what.

/// The headers, each in one line, in the order in which they stand.
#[derive(Debug)]
pub struct Message {
    headers: Vec<(String, String)>,
}

/// The messages of a text: of an mbox those between its separators, else the one it is.
pub fn messages(text: &str) -> Vec<Message> {
    if !text.starts_with("From ") {
        return Message::read(text).into_iter().collect();
    }
    let mut starts = Vec::new();
    let (mut at, mut after_blank) = (0_usize, true);
    for line in text.split_inclusive('\n') {
        if after_blank && line.starts_with("From ") {
            starts.push((at, at.saturating_add(line.len())));
        }
        after_blank = line.trim_end().is_empty();
        at = at.saturating_add(line.len());
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start);
    let ends = ends.chain(std::iter::once(text.len()));
    starts
        .iter()
        .zip(ends)
        .filter_map(|((_, from), to)| Message::read(text.get(*from..to)?))
        .collect()
}

/// Headers whose text may hold a link: where the message was sent to, and what it is about.
const SEARCHED: [&str; 9] = [
    "to",
    "cc",
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "resent-to",
    "subject",
    "list-unsubscribe",
    "x-unsubscribe",
];

impl Message {
    fn read(text: &str) -> Option<Self> {
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in text.lines() {
            let line = line.trim_end_matches('\r');
            if line.is_empty() {
                break;
            }
            // What begins with a blank goes on where the line before ended.
            if let (true, Some((_, value))) = (line.starts_with([' ', '\t']), headers.last_mut()) {
                value.push_str(line);
                continue;
            }
            if let Some((name, value)) = line.split_once(':') {
                let name = name.trim().to_ascii_lowercase();
                headers.push((name, value.trim().to_owned()));
            }
        }
        (!headers.is_empty()).then_some(Self { headers })
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.headers.iter().filter(move |(there, _)| there == name);
        named.map(|(_, value)| value.as_str())
    }

    /// An answer that no person wrote: out of office, undeliverable.
    pub fn is_by_a_machine(&self) -> bool {
        let submitted = self.all("auto-submitted").any(|value| {
            let word = value.split(';').next().unwrap_or_default().trim();
            !word.eq_ignore_ascii_case("no")
        });
        let bounced = self.all("return-path").any(|value| value.trim() == "<>");
        let replied = self.all("x-autoreply").next().is_some()
            || self
                .all("precedence")
                .any(|value| value.eq_ignore_ascii_case("auto_reply"));
        submitted || bounced || replied
    }

    /// The words that may be links of ours.
    pub fn words(&self) -> Vec<String> {
        let searched = self.headers.iter();
        let searched = searched.filter(|(name, _)| SEARCHED.contains(&name.as_str()));
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        searched
            .flat_map(|(_, value)| value.split(move |letter| !is_letter(letter)))
            .filter(|word| word.len() > 26 && word.contains('-'))
            .map(str::to_owned)
            .collect()
    }

    /// The address it comes from.
    pub fn sender(&self) -> Option<String> {
        let from = self.all("from").next()?;
        let plain = without_quoted(from);
        let address = match plain.rsplit_once('<') {
            Some((_, rest)) => rest.split_once('>')?.0,
            None => plain.split('(').next()?,
        };
        Some(address.trim().to_owned())
    }
}

/// A name in quotes may hold anything, also what looks like an address.
fn without_quoted(text: &str) -> String {
    let (mut out, mut quoted, mut escaped) = (String::new(), false, false);
    for letter in text.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Message {
        let mut all = messages(text);
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    fn sender(from: &str) -> Option<String> {
        one(&format!(
            "From: {from}\r\nSubject: x\r\n\r\nFrom: eve@x.example\r\n"
        ))
        .sender()
    }

    #[test]
    fn the_sender_is_read_however_it_is_written() {
        let ada = Some("ada@example.org".to_owned());
        for from in [
            "ada@example.org",
            "Ada <ada@example.org>",
            "\"Byron, <eve@x.example> \\\" Ada\" <ada@example.org>",
            "ada@example.org (Ada)",
            "=?utf-8?q?Ad=C3=A1?=\r\n <ada@example.org>",
        ] {
            assert_eq!(sender(from), ada, "{from}");
        }
        assert_eq!(one("Subject: x\n\n").sender(), None);
    }

    #[test]
    fn links_are_sought_where_the_message_went_and_what_it_is_about_only() {
        let token = "n5z3k9f2x1-e-efp2-abcdefghijklmnopqrstuvwxyz";
        for header in [
            format!("To: <optout+{token}@calls.example>"),
            format!("Subject: https://calls.example/stop/{token} please"),
            format!("Delivered-To:\n optout+{token}@calls.example"),
        ] {
            assert_eq!(
                one(&format!("{header}\n\nbody")).words(),
                [token],
                "{header}"
            );
        }
        let body = format!("Subject: hello\n\nhttps://calls.example/stop/{token}");
        assert_eq!(one(&body).words(), Vec::<String>::new());
    }

    #[test]
    fn what_a_machine_wrote_is_told_from_what_a_person_did() {
        let by = |header: &str| one(&format!("{header}\nFrom: a@b.example\n\n")).is_by_a_machine();
        assert!(by("Auto-Submitted: auto-replied (vacation)"));
        assert!(by("Return-Path: <>"));
        assert!(by("X-Autoreply: yes"));
        assert!(!by("Auto-Submitted: no"));
        assert!(!by("Return-Path: <a@b.example>"));
    }

    #[test]
    fn an_mbox_is_taken_apart_at_its_separators() {
        let text = "From a@b Thu Jan  1\nFrom: a@b.example\n\nFrom here on I am not called.\n\n\
                    From c@d Thu Jan  1\nFrom: c@d.example\n\nno\n";
        let senders: Vec<Option<String>> = messages(text).iter().map(Message::sender).collect();
        let expected = ["a@b.example", "c@d.example"].map(|one| Some(one.to_owned()));
        assert_eq!(senders, expected);
        assert!(messages("").is_empty());
        assert!(messages("no header at all").is_empty());
    }
}
