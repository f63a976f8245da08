//! What supervisors ask of an agent: a break, an end to waiting, the end of the day with the
//! browsers logged out, the contact out of her hands.

use crate::conn::Conn;
use crate::error::Result;
use crate::floor::note;
use crate::hint::Hint;
use crate::house;
use crate::people::{Author, UserId, end_all};
use crate::record::{Entry, RecordError, Recorded};
use crate::sql::floor as sql;
use crate::store::Store;
use engine::{Actor, Agent, AgentCommand, AgentId, Command, Contact, Presence};
use jiff::Timestamp;

impl Store {
    /// What a supervisor asks of an agent: decided by the same rules as if she asked herself,
    /// journalled in the supervisor's name. With a contact in her hands it waits for its end.
    pub fn command_agent(
        &self,
        agent: AgentId,
        command: AgentCommand,
        actor: Actor,
        by: UserId,
    ) -> Result<std::result::Result<Agent, String>> {
        let asked = self.write(move |conn, now| {
            let (word, detail) = match &command {
                AgentCommand::Break { kind } => ("break", kind.as_str()),
                AgentCommand::Ready => ("ready", ""),
                _ => ("out", ""),
            };
            let next = house::command_by(conn, agent, &command, actor, now)?;
            if next.is_ok() {
                note(conn, now, word, Some(agent), by, detail)?;
            }
            Ok(next)
        });
        self.telling(Hint::Agent(agent), asked)
    }

    /// Ends an agent's day: she is logged out and so are her browsers, at once, or as soon as
    /// the contact in her hands is let go. Says whether it waits for that.
    pub fn end_agent(&self, agent: AgentId, actor: Actor, by: UserId) -> Result<bool> {
        let asked = self.write(move |conn, now| {
            conn.exec(&sql::END_LATER, &[by.0.into(), agent.0.into()])?;
            let next = house::command_by(conn, agent, &AgentCommand::LogOut, actor, now)?;
            let waits = next.is_ok_and(|next| next.presence != Presence::Out);
            if !waits {
                end_browsers(conn, agent, now)?;
            }
            note(conn, now, "end", Some(agent), by, "")?;
            Ok(waits)
        });
        self.telling(Hint::Agent(agent), asked)
    }

    /// Takes a contact out of an agent's hands, through the door. The calls to be ended come
    /// back as orders.
    pub fn unlock_contact(
        &self,
        contact: &Contact,
        actor: Actor,
        by: UserId,
    ) -> std::result::Result<Recorded, RecordError> {
        let agent = contact.hand.as_ref().map(|hand| hand.agent);
        let (list, id) = (contact.list, contact.id);
        let recorded = self.record(Entry::command(list, id, actor, Command::TakeBack))?;
        let detail = format!("{} {}", list.0, id.0);
        self.write(move |conn, now| note(conn, now, "unlock", agent, by, &detail))?;
        Ok(recorded)
    }
}

/// After an agent's presence has changed: whoever was to be logged out then, is; whoever
/// stays after all, stays.
pub(crate) fn after(
    conn: &mut dyn Conn,
    agent: AgentId,
    (was, is): (&Agent, &Agent),
    now: Timestamp,
) -> Result<()> {
    if is.presence == Presence::Out && was.out_next {
        return end_browsers(conn, agent, now);
    }
    if was.out_next && !is.out_next {
        let args = [crate::conn::Value::Null, agent.0.into()];
        conn.exec(&sql::END_LATER, &args)?;
    }
    Ok(())
}

fn end_browsers(conn: &mut dyn Conn, agent: AgentId, now: Timestamp) -> Result<()> {
    let rows = conn.rows(&sql::ENDS, &[agent.0.into()])?;
    let Some(row) = rows.first() else {
        return Ok(());
    };
    let author = Author {
        user: Some(UserId(row.int(0)?)),
        address: String::new(),
    };
    end_all(conn, UserId(row.int(1)?), None, &author, now)?;
    let args = [crate::conn::Value::Null, agent.0.into()];
    conn.exec(&sql::END_LATER, &args).map(|_| ())
}
