//! Whose contacts a file says they are, as agents of the list.

use engine::AgentId;
use lists::row::CheckedRow;
use std::collections::HashMap;
use store::{Candidate, Imported, Owned};

/// The agents a file may name, and what it said so far.
#[derive(Debug, Default)]
pub(crate) struct Owners {
    candidates: Vec<Candidate>,
    /// By login, name or id; several where a name is not one agent's alone.
    named: HashMap<String, Vec<usize>>,
    pub owned: Vec<Owned>,
}

impl Owners {
    pub fn new(candidates: Vec<Candidate>) -> Self {
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        let logins = candidates.iter().map(|it| it.login.clone());
        let names = candidates.iter().map(|it| Some(it.name.to_lowercase()));
        // An export writes an owner as a number.
        let ids = candidates.iter().map(|it| Some(it.agent.0.to_string()));
        for texts in [logins.collect(), names.collect(), ids.collect::<Vec<_>>()] {
            let mut fresh: HashMap<String, Vec<usize>> = HashMap::new();
            for (index, text) in texts.into_iter().enumerate() {
                if let Some(text) = text {
                    fresh.entry(text).or_default().push(index);
                }
            }
            for (text, who) in fresh {
                named.entry(text).or_insert(who);
            }
        }
        Self {
            candidates,
            named,
            owned: Vec::new(),
        }
    }

    /// Remembers whose the row's contact is to be, or says why it will be nobody's.
    pub fn take(&mut self, row: &CheckedRow, contact: Imported) -> Result<(), &'static str> {
        let Some(text) = &row.owner else {
            return Ok(());
        };
        let owner = self.find(text)?;
        self.owned.push(Owned { contact, owner });
        Ok(())
    }

    fn find(&self, text: &str) -> Result<AgentId, &'static str> {
        let found = self.named.get(&text.to_lowercase());
        let index = match found.map(Vec::as_slice) {
            Some([one]) => Some(*one),
            Some(_) => {
                return Err("is the name of several agents: write the login of one; \
                            the owner stays as it is");
            }
            None => None,
        };
        match index.and_then(|index| self.candidates.get(index)) {
            None => Err("is no agent: write the login of one; the owner stays as it is"),
            Some(it) if it.has_left => {
                Err("is an agent who has left: name another; the owner stays as it is")
            }
            Some(it) if !it.works_here => Err("is an agent who works for no campaign of the \
                list: let her work for one, or name another; the owner stays as it is"),
            Some(it) => Ok(it.agent),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(id: i64, login: Option<&str>, name: &str) -> Candidate {
        Candidate {
            agent: AgentId(id),
            login: login.map(str::to_owned),
            name: name.to_owned(),
            has_left: false,
            works_here: true,
        }
    }

    fn owners() -> Owners {
        Owners::new(vec![
            candidate(1, Some("ada"), "Ada Muster"),
            candidate(2, Some("ben"), "Ben Muster"),
            candidate(3, None, "Ben Muster"),
            candidate(4, None, "Ada"),
            Candidate {
                has_left: true,
                ..candidate(5, Some("cleo"), "Cleo")
            },
            Candidate {
                works_here: false,
                ..candidate(6, Some("dora"), "Dora")
            },
        ])
    }

    #[test]
    fn an_agent_is_named_by_login_by_a_name_of_her_own_or_by_number() {
        let owners = owners();
        for (text, id) in [("ada", 1), ("ADA", 1), ("ada muster", 1), ("3", 3)] {
            assert_eq!(owners.find(text), Ok(AgentId(id)), "{text}");
        }
    }

    #[test]
    fn whoever_cannot_own_it_is_told_with_the_remedy() {
        let owners = owners();
        for (text, why) in [
            ("Ben Muster", "is the name of several agents"),
            ("emma", "is no agent"),
            ("99", "is no agent"),
            ("Cleo", "has left"),
            ("dora", "works for no campaign"),
        ] {
            let told = owners.find(text).unwrap_err();
            assert!(told.contains(why), "{text}: {told}");
        }
    }

    #[test]
    fn an_empty_cell_leaves_it_as_it_is() {
        let mut owners = owners();
        let row = CheckedRow::default();
        assert_eq!(owners.take(&row, Imported::New { line: 2 }), Ok(()));
        assert!(owners.owned.is_empty());
    }
}
