//! The forms, and what is filled in where one of them has a `@mark@`.

use crate::sections;
use crate::settings::{Folders, Settings};
use crate::transport;

/// A file of Asterisk's configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub name: &'static str,
    pub text: String,
}

const FORMS: [(&str, &str); 22] = [
    (
        "acl.conf",
        include_str!("../../../asterisk/exchange/acl.conf"),
    ),
    (
        "amd.conf",
        include_str!("../../../asterisk/exchange/amd.conf"),
    ),
    (
        "ari.conf",
        include_str!("../../../asterisk/exchange/ari.conf"),
    ),
    (
        "asterisk.conf",
        include_str!("../../../asterisk/exchange/asterisk.conf"),
    ),
    (
        "ccss.conf",
        include_str!("../../../asterisk/exchange/ccss.conf"),
    ),
    (
        "cdr.conf",
        include_str!("../../../asterisk/exchange/cdr.conf"),
    ),
    (
        "cel.conf",
        include_str!("../../../asterisk/exchange/cel.conf"),
    ),
    (
        "chan_websocket.conf",
        include_str!("../../../asterisk/exchange/chan_websocket.conf"),
    ),
    (
        "extensions.conf",
        include_str!("../../../asterisk/exchange/extensions.conf"),
    ),
    (
        "features.conf",
        include_str!("../../../asterisk/exchange/features.conf"),
    ),
    (
        "http.conf",
        include_str!("../../../asterisk/exchange/http.conf"),
    ),
    (
        "indications.conf",
        include_str!("../../../asterisk/exchange/indications.conf"),
    ),
    (
        "logger.conf",
        include_str!("../../../asterisk/exchange/logger.conf"),
    ),
    (
        "manager.conf",
        include_str!("../../../asterisk/exchange/manager.conf"),
    ),
    (
        "modules.conf",
        include_str!("../../../asterisk/exchange/modules.conf"),
    ),
    (
        "musiconhold.conf",
        include_str!("../../../asterisk/exchange/musiconhold.conf"),
    ),
    (
        "phones.conf",
        include_str!("../../../asterisk/exchange/phones.conf"),
    ),
    (
        "pjproject.conf",
        include_str!("../../../asterisk/exchange/pjproject.conf"),
    ),
    (
        "pjsip.conf",
        include_str!("../../../asterisk/exchange/pjsip.conf"),
    ),
    (
        "rtp.conf",
        include_str!("../../../asterisk/exchange/rtp.conf"),
    ),
    (
        "udptl.conf",
        include_str!("../../../asterisk/exchange/udptl.conf"),
    ),
    (
        "websocket_client.conf",
        include_str!("../../../asterisk/exchange/websocket_client.conf"),
    ),
];

/// Every file, filled in.
#[must_use]
pub fn files(settings: &Settings) -> Vec<File> {
    let file = |(name, form): &(&'static str, &str)| File {
        name,
        text: filled(form, |mark| said(settings, mark)),
    };
    FORMS.iter().map(file).collect()
}

/// What stands at a mark. None for what only looks like one.
fn said(settings: &Settings, mark: &str) -> Option<String> {
    Some(match mark {
        "name" => settings.name.clone(),
        "application" => settings.application.clone(),
        "codecs" => settings.codecs.join(","),
        "music" => settings.folders.music.clone(),
        "directories" => directories(&settings.folders),
        "http.address" => settings.ari.address.clone(),
        "http.host" => settings.ari.host(),
        "http.port" => settings.ari.port.to_string(),
        "ari.user" => settings.ari.user.clone(),
        "ari.password" => settings.ari.password.clone(),
        "desk.transport" => transport::of_desks(settings),
        "transports" => transport::sections(settings),
        "rtp.first" => settings.rtp.first.to_string(),
        "rtp.last" => settings.rtp.last.to_string(),
        "media" => sections::media(&settings.rtp.address, false),
        "media.browsers" => settings
            .rtp
            .browsers
            .as_ref()
            .map_or_else(String::new, |own| {
                sections::media(std::slice::from_ref(own), own.contains(':'))
            }),
        "trunks" => settings
            .trunks
            .iter()
            .map(|trunk| sections::trunk(settings, trunk))
            .collect(),
        "phones" => settings.phones.iter().map(sections::phone).collect(),
        _ => return None,
    })
}

/// Text with each `@mark@` replaced. A line that held nothing but a mark that says nothing is left
/// out. What is filled in is not looked at again.
fn filled(form: &str, said: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::new();
    for line in form.lines() {
        let mut rest = line;
        let mut written = String::new();
        while let Some((before, mark, after)) = next_mark(rest) {
            let value = said(mark).unwrap_or_else(|| format!("@{mark}@"));
            written.push_str(before);
            written.push_str(&value);
            rest = after;
        }
        written.push_str(rest);
        if !written.is_empty() || line.is_empty() {
            text.push_str(written.trim_end());
            text.push('\n');
        }
    }
    text
}

/// The text before the next mark, its name, and the text after it.
fn next_mark(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('@')?;
    let (mark, after) = rest.split_once('@')?;
    let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '.';
    (!mark.is_empty() && mark.chars().all(is_name)).then_some((before, mark, after))
}

fn directories(folders: &Folders) -> String {
    let mut lines = Vec::new();
    if let Some(own) = &folders.own {
        let below = [
            ("astetcdir", "etc"),
            ("astvarlibdir", "lib"),
            ("astdbdir", "lib"),
            ("astkeydir", "lib"),
            ("astagidir", "lib"),
            ("astcachedir", "cache"),
            ("astspooldir", "spool"),
            ("astrundir", "run"),
            ("astlogdir", "log"),
        ];
        lines.extend(below.map(|(name, folder)| format!("{name} = {own}/{folder}\n")));
    }
    let given = [
        ("astmoddir", &folders.modules),
        ("astdatadir", &folders.data),
    ];
    for (name, folder) in given {
        lines.extend(folder.iter().map(|folder| format!("{name} = {folder}\n")));
    }
    if lines.is_empty() {
        lines.push("; Where the package puts them.\n".to_owned());
    }
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_replaced_once_and_an_empty_line_of_it_is_left_out() {
        let said = |mark: &str| match mark {
            "a" => Some("@b@".to_owned()),
            "b" => Some(String::new()),
            _ => None,
        };
        let form = "x = @a@, @c@; mail me@example.org\n@b@\n\nend";
        assert_eq!(
            filled(form, said),
            "x = @b@, @c@; mail me@example.org\n\nend\n"
        );
    }
}
