//! In which order contacts are offered, how often they are tried, and why.

use super::Reasons;
use engine::{Because, Score};

impl Reasons<'_> {
    pub(super) fn in_order(&self, because: &Because) -> String {
        match because {
            Because::Scored { score } => self.scored(*score),
            Because::Ordered { from } => self.at("because-ordered", *from),
            Because::Window {
                counter,
                most,
                within,
                until,
                by,
            } => {
                let counter = self.words.t(&super::key("window", counter.word()));
                let hours = within.seconds() / 3_600;
                let parts = [
                    ("most", most.to_string()),
                    ("counter", counter),
                    ("hours", hours.to_string()),
                    ("until", self.moment(*until)),
                ];
                let parts = parts.each_ref().map(|(name, text)| (*name, text.as_str()));
                self.by("because-window", parts, *by)
            }
            Because::Retry {
                cause,
                retry,
                most,
                due,
            } => {
                let language = self.words.language().word();
                let causes = self.catalogue.causes();
                let known = causes.iter().find(|there| there.code == *cause);
                let label = known.and_then(|there| there.label.get(language));
                let label = label.map_or_else(|| cause.to_string(), Clone::clone);
                self.say(
                    "because-retry",
                    [
                        ("cause", label.as_str()),
                        ("retry", &retry.to_string()),
                        ("most", &most.to_string()),
                        ("due", &self.moment(*due)),
                    ],
                )
            }
            _ => String::new(),
        }
    }

    /// What an address is worth, and of what that is made up.
    pub fn scored(&self, score: Score) -> String {
        let figure = |points: u32| self.words.number(points);
        let (points, last) = (figure(score.points()), figure(score.from_last()));
        let history = figure(score.from_history());
        self.say(
            "because-scored",
            [("points", &points), ("last", &last), ("history", &history)],
        )
    }
}
