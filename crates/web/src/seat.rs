//! Who is at the browser, and what the seat allows.

use crate::app::App;
use crate::area::Scope;
use crate::failure::Failure;
use crate::shell::Shell;
use crate::words::{Language, Words};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use engine::AgentId;
use jiff::Timestamp;
use std::sync::Arc;
use store::{Author, Session, User, UserId};

pub use store::Role;

/// What a route demands of whoever comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// Everybody, also without a session: log-in, scripts and style sheets.
    Open,
    /// Whoever has a session.
    Anybody,
    /// Somebody with a desk: a user who is an agent, whatever else she may be.
    Desk,
    Supervisor,
    Administrator,
    /// A program whose token has this scope; no visitor.
    Program(Scope),
}

impl Seat {
    /// As the table of routes writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Anybody => "anybody",
            Self::Desk => "desk",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
            Self::Program(_) => "program",
        }
    }

    pub fn admits(self, visitor: &Visitor) -> bool {
        let role = visitor.who.as_ref().map(|who| who.role);
        match self {
            Self::Open => true,
            Self::Anybody => role.is_some(),
            Self::Desk => visitor.agent().is_some(),
            Self::Supervisor => role >= Some(Role::Supervisor),
            Self::Administrator => role >= Some(Role::Administrator),
            Self::Program(_) => false,
        }
    }
}

/// The one who asked for this page. Every request has one, known or not.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Nobody has logged in: none.
    pub who: Option<Arc<Who>>,
    pub words: Words,
    /// The path asked for, with its query.
    pub path: String,
    pub theme: Theme,
    /// The network address asked from, for the people log.
    pub address: String,
    frame: Arc<Frame>,
}

/// What each page's frame shows beside the visitor.
#[derive(Debug)]
pub(crate) struct Frame {
    pub demo_speed: Option<u32>,
    pub demo_keeps_time: bool,
    /// Where a demo's clock went on after a night that was skipped just now.
    pub demo_morning: Option<Timestamp>,
    pub now: Timestamp,
}

/// A user with a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Who {
    pub user: UserId,
    pub name: String,
    pub login: String,
    pub role: Role,
    pub agent: Option<AgentId>,
    /// Nothing else may be done until there is another password.
    pub must_change: bool,
    /// In whose words she sees codes.
    pub vocabulary: Option<String>,
    pub session: Session,
}

impl Who {
    pub(crate) fn new(session: Session, user: User) -> Self {
        Self {
            user: user.id,
            name: user.name,
            login: user.login,
            role: user.role,
            agent: user.agent,
            must_change: user.must_change,
            vocabulary: user.vocabulary,
            session,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Visitor {
    pub(crate) fn new(
        who: Option<Arc<Who>>,
        language: Language,
        theme: Theme,
        path: String,
        address: String,
        app: &App,
    ) -> Self {
        let demo = app.options().demo.as_ref();
        let chosen = who.as_ref().and_then(|who| who.vocabulary.as_deref());
        let vocabulary = chosen.and_then(crate::words::vocabulary);
        let now = app.store().clock().now();
        let frame = Frame {
            demo_speed: demo.map(crate::Demo::speed),
            demo_keeps_time: demo.is_some_and(|demo| demo.keeps_time),
            demo_morning: demo.and_then(|demo| demo.morning(now)),
            now,
        };
        Self {
            words: Words::new(language, app.options().zone.clone()).in_vocabulary(vocabulary),
            who,
            path,
            theme,
            address,
            frame: Arc::new(frame),
        }
    }

    /// The agent whose desk this is.
    pub fn agent(&self) -> Option<AgentId> {
        self.who.as_ref().and_then(|who| who.agent)
    }

    /// The agent, or a page that says this seat has no desk.
    pub fn desk(&self) -> Result<AgentId, Failure> {
        self.agent().ok_or(Failure::Forbidden)
    }

    pub fn role(&self) -> Option<Role> {
        self.who.as_ref().map(|who| who.role)
    }

    /// The user, or a page that says nobody is logged in.
    pub fn known(&self) -> Result<&Who, Failure> {
        self.who.as_deref().ok_or(Failure::Unknown)
    }

    /// The same visitor, spoken to in another language.
    #[must_use]
    pub fn speaking(self, language: Language) -> Self {
        let zone = self.words.zone().clone();
        Self {
            words: Words::new(language, zone),
            ..self
        }
    }

    /// Whoever does it, as the people log notes it.
    pub fn author(&self) -> Author {
        Author {
            user: self.who.as_ref().map(|who| who.user),
            address: self.address.clone(),
        }
    }

    /// The page's frame, under a title that is a key of the locales.
    pub fn shell(&self, title: &str) -> Shell {
        Shell::new(self, self.words.t(title), &self.frame)
    }

    /// The page's frame, under a title that is a name.
    pub fn shell_named(&self, title: impl Into<String>) -> Shell {
        Shell::new(self, title.into(), &self.frame)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Failure::Broken("a route outside the guard".to_owned()))
    }
}
