//! Users: who they are, what they may do, and the agent some of them are.

use super::log::{PeopleEvent, note};
use super::{Author, UserId};
use crate::clock::instant;
use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::house;
use crate::sql::people as sql;
use crate::store::Store;
use engine::AgentId;
use jiff::Timestamp;

/// What a user may do. Each may do what the ones before may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Agent,
    Supervisor,
    Administrator,
}

impl Role {
    pub const ALL: [Self; 3] = [Self::Agent, Self::Supervisor, Self::Administrator];

    pub fn word(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// Whether a user may get in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UserState {
    Active,
    /// An administrator said no, for now.
    Locked,
    /// Gone; kept because the past names them.
    Off,
}

impl UserState {
    pub const ALL: [Self; 3] = [Self::Active, Self::Locked, Self::Off];

    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Locked => "locked",
            Self::Off => "off",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// A user, without the password's hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: UserId,
    pub login: String,
    pub name: String,
    pub role: Role,
    pub agent: Option<AgentId>,
    pub language: Option<String>,
    pub theme: Option<String>,
    pub state: UserState,
    /// Wrong passwords in a row.
    pub failed: i64,
    /// Nobody gets in under this login before.
    pub locked_until: Option<Timestamp>,
    pub must_change: bool,
    pub created_at: Timestamp,
    pub last_login_at: Option<Timestamp>,
    pub has_password: bool,
    /// The catalogue in whose words codes are shown; none is each contact's own.
    pub vocabulary: Option<String>,
}

/// A user as asked for.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// Kept in small letters.
    pub login: String,
    pub name: String,
    pub password_hash: Option<String>,
    pub role: Role,
    /// An agent that exists already; otherwise one is made for the role of agent.
    pub agent: Option<AgentId>,
    pub language: Option<String>,
    pub must_change: bool,
}

/// What an administrator may change about a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserChange {
    pub name: String,
    pub role: Role,
    pub language: Option<String>,
    pub state: UserState,
}

/// Why users are not changed as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeopleRefusal {
    #[error("this login is taken; choose another")]
    LoginTaken,
    #[error("this agent belongs to another user")]
    AgentTaken,
    #[error("there is no such user")]
    NoSuchUser,
    #[error("nobody would be left to administer; make another administrator first")]
    LastAdministrator,
}

pub(super) type Asked<T> = Result<std::result::Result<T, PeopleRefusal>>;

impl Store {
    /// Adds a user, and the agent that belongs to one.
    pub fn add_user(&self, new: NewUser, author: Author) -> Asked<UserId> {
        self.write(move |conn, now| {
            conn.batch(conn.engine().lock_users())?;
            add(conn, &new, &author, now)
        })
    }

    pub fn user(&self, id: UserId) -> Result<Option<User>> {
        self.read(|conn| by_id(conn, id))
    }

    pub fn user_by_login(&self, login: &str) -> Result<Option<User>> {
        let login = login.to_lowercase();
        self.read(|conn| one(&conn.rows(&sql::USER_BY_LOGIN, &[login.as_str().into()])?))
    }

    /// All users in the order of their logins.
    pub fn users(&self) -> Result<Vec<User>> {
        self.read(|conn| conn.rows(&sql::USERS, &[])?.iter().map(user).collect())
    }

    /// Changes a user. Another role or state ends the user's sessions.
    pub fn set_user(&self, id: UserId, change: UserChange, author: Author) -> Asked<()> {
        self.write(move |conn, now| {
            conn.batch(conn.engine().lock_users())?;
            set(conn, id, &change, &author, now)
        })
    }

    /// What users choose for themselves.
    pub fn set_preferences(
        &self,
        id: UserId,
        language: Option<String>,
        theme: Option<String>,
    ) -> Result<()> {
        let args = [language.into(), theme.into(), id.0.into()];
        self.write(move |conn, _| conn.exec(&sql::SET_PREFERENCES, &args).map(|_| ()))
    }

    /// In whose words a user sees codes; none is those of each catalogue.
    pub fn set_vocabulary(&self, id: UserId, vocabulary: Option<String>) -> Result<()> {
        let args = [vocabulary.into(), id.0.into()];
        self.write(move |conn, _| conn.exec(&sql::SET_VOCABULARY, &args).map(|_| ()))
    }

    /// Lets a user in again who is locked or locked out.
    pub fn unlock(&self, id: UserId, author: Author) -> Result<()> {
        self.write(move |conn, now| {
            conn.exec(&sql::UNLOCK, &[id.0.into()])?;
            note(conn, now, PeopleEvent::Unlocked, Some(id), &author, "")
        })
    }
}

pub(super) fn add(
    conn: &mut dyn Conn,
    new: &NewUser,
    author: &Author,
    now: Timestamp,
) -> Asked<UserId> {
    let login = new.login.to_lowercase();
    if by_login(conn, &login)?.is_some() {
        return Ok(Err(PeopleRefusal::LoginTaken));
    }
    let agent = match (new.agent, new.role) {
        (Some(agent), _) if of_agent(conn, agent)? => return Ok(Err(PeopleRefusal::AgentTaken)),
        (Some(agent), _) => Some(agent),
        (None, Role::Agent) => Some(new_agent(conn, &new.name, &login, now)?),
        (None, _) => None,
    };
    let args = [
        login.as_str().into(),
        new.name.as_str().into(),
        new.password_hash.clone().into(),
        new.role.word().into(),
        agent.map(|agent| agent.0).into(),
        new.language.clone().into(),
        new.must_change.into(),
        now.as_microsecond().into(),
    ];
    let rows = conn.rows(&sql::ADD_USER, &args)?;
    let id = rows.first().map_or_else(
        || Err(StoreError::other("user.add", "gave no id")),
        |row| row.int(0).map(UserId),
    )?;
    note(
        conn,
        now,
        PeopleEvent::UserAdded,
        Some(id),
        author,
        new.role.word(),
    )?;
    Ok(Ok(id))
}

fn set(
    conn: &mut dyn Conn,
    id: UserId,
    change: &UserChange,
    author: &Author,
    now: Timestamp,
) -> Asked<()> {
    let Some(there) = by_id(conn, id)? else {
        return Ok(Err(PeopleRefusal::NoSuchUser));
    };
    let administers = |role, state| role == Role::Administrator && state == UserState::Active;
    if administers(there.role, there.state)
        && !administers(change.role, change.state)
        && conn
            .rows(&sql::OTHER_ADMINISTRATOR, &[id.0.into()])?
            .is_empty()
    {
        return Ok(Err(PeopleRefusal::LastAdministrator));
    }
    let agent = match there.agent {
        None if change.role == Role::Agent => {
            Some(new_agent(conn, &change.name, &there.login, now)?)
        }
        agent => agent,
    };
    if let Some(agent) = there.agent.filter(|_| there.name != change.name) {
        let name = free_name(conn, &change.name, &there.login)?;
        conn.exec(&sql::RENAME_AGENT, &[name.into(), agent.0.into()])?;
    }
    let args = [
        change.name.as_str().into(),
        change.role.word().into(),
        agent.map(|agent| agent.0).into(),
        change.language.clone().into(),
        change.state.word().into(),
        id.0.into(),
    ];
    conn.exec(&sql::SET_USER, &args)?;
    if (there.role, there.state) != (change.role, change.state) {
        conn.exec(&sql::END_SESSIONS, &[id.0.into(), 0.into()])?;
    }
    let detail = told(&there, change);
    note(
        conn,
        now,
        PeopleEvent::UserChanged,
        Some(id),
        author,
        &detail,
    )?;
    Ok(Ok(()))
}

/// The change in words of the log: `role agent → supervisor, state active → off`.
fn told(there: &User, change: &UserChange) -> String {
    let mut parts = Vec::new();
    if there.role != change.role {
        parts.push(format!(
            "role {} → {}",
            there.role.word(),
            change.role.word()
        ));
    }
    if there.state != change.state {
        parts.push(format!(
            "state {} → {}",
            there.state.word(),
            change.state.word()
        ));
    }
    if there.name != change.name {
        parts.push("name".to_owned());
    }
    if there.language != change.language {
        parts.push("language".to_owned());
    }
    parts.join(", ")
}

fn new_agent(conn: &mut dyn Conn, name: &str, login: &str, now: Timestamp) -> Result<AgentId> {
    let name = free_name(conn, name, login)?;
    house::add_agent(conn, &name, now)
}

/// Agents go by different names: two people of one name are told apart by their logins.
fn free_name(conn: &mut dyn Conn, name: &str, login: &str) -> Result<String> {
    Ok(match house::agent_by_name(conn, name)? {
        None => name.to_owned(),
        Some(_) => format!("{name} ({login})"),
    })
}

fn of_agent(conn: &mut dyn Conn, agent: AgentId) -> Result<bool> {
    let rows = conn.rows(&sql::OF_AGENT, &[agent.0.into()])?;
    Ok(!rows.is_empty())
}

pub(super) fn by_id(conn: &mut dyn Conn, id: UserId) -> Result<Option<User>> {
    one(&conn.rows(&sql::USER, &[id.0.into()])?)
}

fn by_login(conn: &mut dyn Conn, login: &str) -> Result<Option<User>> {
    one(&conn.rows(&sql::USER_BY_LOGIN, &[Value::from(login)])?)
}

fn one(rows: &[Row]) -> Result<Option<User>> {
    rows.first().map(user).transpose()
}

/// How many columns of a row are the user's.
pub(super) const COLUMNS: usize = 15;

pub(super) fn user(row: &Row) -> Result<User> {
    let corrupt = |column: &str, word: &str| StoreError::Corrupt {
        table: "house_user".into(),
        column: column.into(),
        row: row.int(0).unwrap_or_default().to_string(),
        problem: format!("`{word}` is none of its words"),
    };
    let (role, state) = (row.text(3)?, row.text(7)?);
    Ok(User {
        id: UserId(row.int(0)?),
        login: row.text(1)?.to_owned(),
        name: row.text(2)?.to_owned(),
        role: Role::of(role).ok_or_else(|| corrupt("role", role))?,
        agent: row.maybe_int(4)?.map(AgentId),
        language: row.maybe_text(5)?.map(str::to_owned),
        theme: row.maybe_text(6)?.map(str::to_owned),
        state: UserState::of(state).ok_or_else(|| corrupt("state", state))?,
        failed: row.int(8)?,
        locked_until: row.maybe_int(9)?.map(instant),
        must_change: row.int(10)? == 1,
        created_at: instant(row.int(11)?),
        last_login_at: row.maybe_int(12)?.map(instant),
        has_password: row.int(13)? == 1,
        vocabulary: row.maybe_text(14)?.map(str::to_owned),
    })
}
