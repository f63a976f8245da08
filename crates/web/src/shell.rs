//! The frame around every page: title, ways to go, who is here, what time it is.

use crate::assets;
use crate::routes::leads_somewhere;
use crate::seat::{Frame, Role, Visitor};
use crate::words::{Words, vocabularies};
use std::ops::Deref;

/// What `shell.html` needs; it speaks the visitor's words.
pub struct Shell {
    pub words: Words,
    pub title: String,
    /// The page's own path, to come back to.
    pub path: String,
    pub name: Option<String>,
    pub ways: Vec<Way>,
    pub theme: &'static str,
    /// The centre's clock, in microseconds since 1970.
    pub now: i64,
    pub clock: String,
    /// A demo: how fast its clock runs.
    pub demo_speed: Option<u32>,
    pub demo_keeps_time: bool,
    /// What has happened to a demo's clock.
    pub demo_note: Option<String>,
    pub script: &'static str,
    pub style: &'static str,
}

/// One entry of the navigation.
pub struct Way {
    pub path: &'static str,
    pub label: String,
    /// `g`, then this key, goes there.
    pub key: char,
    pub here: bool,
}

/// Path, word of the locales, key, and the least role. The desk is shown to whoever has one.
const WAYS: [(&str, &str, char, Role); 10] = [
    ("/desk", "way-desk", 'd', Role::Agent),
    ("/floor", "way-floor", 'f', Role::Supervisor),
    ("/lists", "way-lists", 'l', Role::Supervisor),
    ("/campaigns", "way-campaigns", 'c', Role::Supervisor),
    ("/catalogues", "way-catalogues", 'k', Role::Supervisor),
    ("/contacts", "way-contacts", 's', Role::Supervisor),
    ("/suppressions", "way-suppressions", 'n', Role::Supervisor),
    ("/results", "way-results", 'r', Role::Supervisor),
    ("/people", "way-people", 'p', Role::Administrator),
    ("/settings", "way-settings", 'i', Role::Agent),
];

impl Shell {
    /// In whose words codes may be shown: name, title, whether it is chosen.
    pub fn vocabularies(&self) -> Vec<(String, String, bool)> {
        let chosen = self.words.vocabulary().map(|chosen| chosen.name());
        let all = vocabularies().iter().map(|known| known.file());
        all.map(|file| {
            let is = chosen == Some(file.name.as_str());
            (file.name.clone(), file.title.clone(), is)
        })
        .collect()
    }

    pub(crate) fn new(visitor: &Visitor, title: String, frame: &Frame) -> Self {
        let role = visitor.role();
        let ways = WAYS
            .into_iter()
            .filter(|(_, _, _, least)| role >= Some(*least))
            .filter(|(path, ..)| leads_somewhere(path))
            .filter(|(path, ..)| *path != "/desk" || visitor.agent().is_some())
            .map(|(path, label, key, _)| Way {
                path,
                label: visitor.words.t(label),
                key,
                here: is_under(&visitor.path, path),
            })
            .collect();
        Self {
            title,
            path: visitor.path.clone(),
            name: visitor.who.as_ref().map(|who| who.name.clone()),
            ways,
            theme: visitor.theme.word(),
            now: frame.now.as_microsecond(),
            clock: visitor.words.time(frame.now),
            demo_speed: frame.demo_speed,
            demo_keeps_time: frame.demo_keeps_time,
            demo_note: frame.demo_morning.map(|morning| {
                let moment = visitor.words.moment(morning);
                visitor
                    .words
                    .with("demo-skipped", [("moment", moment.as_str())])
            }),
            script: assets::script_path(),
            style: assets::style_path(),
            words: visitor.words.clone(),
        }
    }
}

/// How fast a demo may run, as far as its banner offers it.
const SPEEDS: [u32; 6] = [1, 5, 20, 60, 200, 600];

impl Shell {
    /// The speeds to choose from, with the one that runs.
    pub fn demo_speeds(&self) -> Vec<u32> {
        let mut speeds: Vec<u32> = SPEEDS.into_iter().chain(self.demo_speed).collect();
        speeds.sort_unstable();
        speeds.dedup();
        speeds
    }
}

/// A shell speaks like the words it holds.
impl Deref for Shell {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

fn is_under(path: &str, way: &str) -> bool {
    path.strip_prefix(way)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
}
