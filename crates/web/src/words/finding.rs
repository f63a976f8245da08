//! What the check of a catalogue finds, in the visitor's words.

use super::Words;
use engine::catalogue::CatalogueProblem;

impl Words {
    /// What was found, and what to write instead.
    pub fn finding(&self, found: &CatalogueProblem) -> String {
        let parts = || {
            found
                .parts
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect::<Vec<_>>()
        };
        let said = self.with(&format!("finding-{}", found.reason), parts());
        let remedy = self.with(&format!("finding-{}-do", found.reason), parts());
        format!("{said}; {remedy}")
    }

    /// The same with its place before it.
    pub fn finding_with_place(&self, found: &CatalogueProblem) -> String {
        let line = found.line.map(|line| line.to_string());
        let line = line.map(|line| self.with("finding-line", [("line", line.as_str())]));
        let code = Some(found.code.as_str()).filter(|code| !code.is_empty());
        let place: Vec<&str> = [line.as_deref(), code, Some(found.field.as_str())]
            .into_iter()
            .flatten()
            .collect();
        format!("{}: {}", place.join(", "), self.finding(found))
    }
}
