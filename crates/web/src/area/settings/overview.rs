//! Language and theme, and where one is logged in.

use crate::app::App;
use crate::area::door::lasting;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::{Theme, Visitor};
use crate::shell::Shell;
use crate::words::{Language, Words};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse, Response};
use serde::Deserialize;
use store::Session;

#[derive(Template)]
#[template(path = "settings/settings.html")]
struct SettingsPage {
    shell: Shell,
    login: String,
    languages: [Language; 4],
    themes: Vec<Choice>,
    sessions: Vec<SessionRow>,
    others: usize,
}

struct Choice {
    word: &'static str,
    label: String,
    chosen: bool,
}

/// A session as its row shows it.
pub(crate) struct SessionRow {
    pub id: i64,
    pub since: String,
    pub seen: String,
    pub address: String,
    pub browser: String,
    pub here: bool,
}

impl SessionRow {
    pub(crate) fn new(session: Session, here: Option<i64>, words: &Words) -> Self {
        Self {
            id: session.id,
            since: words.moment(session.created_at),
            seen: words.moment(session.seen_at),
            address: session.address,
            browser: named(&session.agent_text).to_owned(),
            here: here == Some(session.id),
        }
    }
}

/// A browser's name out of what it says of itself; all of it where it says nothing known.
fn named(text: &str) -> &str {
    // In this order: most pretend to be one that stands further down.
    let known = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    let found = known.into_iter().find(|(mark, _)| text.contains(mark));
    found.map_or(text, |(_, name)| name)
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Page<impl Template>, Failure> {
    let who = visitor.known()?;
    let (user, here) = (who.user, who.session.id);
    let sessions = app
        .ask(move |store| store.sessions_of(user).map_err(Failure::from))
        .await?;
    let words = &visitor.words;
    let rows: Vec<SessionRow> = sessions
        .into_iter()
        .map(|session| SessionRow::new(session, Some(here), words))
        .collect();
    let label = |theme| match theme {
        Theme::System => words.t("settings-theme-system"),
        Theme::Light => words.t("settings-theme-light"),
        Theme::Dark => words.t("settings-theme-dark"),
    };
    let themes = Theme::ALL.into_iter().map(|theme| Choice {
        word: theme.word(),
        label: label(theme),
        chosen: theme == visitor.theme,
    });
    Ok(Page(SettingsPage {
        shell: visitor.shell("settings-title"),
        login: who.login.clone(),
        languages: Language::ALL,
        themes: themes.collect(),
        others: rows.iter().filter(|row| !row.here).count(),
        sessions: rows,
    }))
}

#[derive(Deserialize)]
pub struct Chosen {
    language: String,
    theme: String,
}

pub async fn choose(
    visitor: Visitor,
    State(app): State<App>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Failure> {
    let user = visitor.known()?.user;
    let language = Language::of(&chosen.language).ok_or(Failure::Bad(String::new()))?;
    let theme = Theme::of(&chosen.theme).ok_or(Failure::Bad(String::new()))?;
    app.ask(move |store| {
        let language = Some(language.word().to_owned());
        store
            .set_preferences(user, language, Some(theme.word().to_owned()))
            .map_err(Failure::from)
    })
    .await?;
    // The browser remembers, too: the log-in page knows nobody yet.
    let cookies = AppendHeaders([
        (header::SET_COOKIE, lasting("language", language.word())),
        (header::SET_COOKIE, lasting("theme", theme.word())),
    ]);
    Ok((cookies, see("/settings")).into_response())
}

#[derive(Deserialize)]
pub struct Ended {
    /// Which one; nothing for all others.
    session: Option<i64>,
}

pub async fn end(
    visitor: Visitor,
    State(app): State<App>,
    Form(ended): Form<Ended>,
) -> Result<Response, Failure> {
    let who = visitor.known()?;
    let (user, here, author) = (who.user, who.session.id, visitor.author());
    app.ask(move |store| {
        match ended.session {
            Some(id) => store.end_session(user, id, author).map(|_| ()),
            None => store.end_sessions(user, Some(here), author).map(|_| ()),
        }
        .map_err(Failure::from)
    })
    .await?;
    Ok(see("/settings").into_response())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_browser_is_called_by_its_name() {
        let edge = "Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0";
        assert_eq!(named(edge), "Edge");
        let safari = "Mozilla/5.0 (Macintosh) AppleWebKit/605.1 Version/18.0 Safari/605.1";
        assert_eq!(named(safari), "Safari");
        assert_eq!(named("curl/8.5"), "curl/8.5");
    }
}
