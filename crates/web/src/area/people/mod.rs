//! Users, roles, tokens: the administrator's pages.

mod acts;
mod audit;
mod edit;
mod house;
mod log;
mod new;
mod telephony;
mod tokens;
mod users;

pub(crate) use audit::audit_word;

use crate::routes::Routes;
use crate::seat::{Role, Seat};
use crate::words::Words;
use store::UserState;

pub fn routes() -> Routes {
    let seat = Seat::Administrator;
    Routes::new()
        .get("/people", seat, users::show)
        .get("/people/new", seat, new::show)
        .post("/people/new", seat, new::add)
        .get("/people/log", seat, log::show)
        .get("/people/audit", seat, audit::show)
        .get("/people/house", seat, house::show)
        .post("/people/house", seat, house::save)
        .get("/people/telephony", seat, telephony::show)
        .get("/people/telephony/now", seat, telephony::now)
        .get("/people/tokens", seat, tokens::show)
        .post("/people/tokens", seat, tokens::add)
        .post("/people/tokens/{id}/revoke", seat, tokens::revoke)
        .get("/people/{id}", seat, edit::show)
        .post("/people/{id}", seat, edit::save)
        .post("/people/{id}/unlock", seat, acts::unlock)
        .post("/people/{id}/link", seat, acts::link)
        .post("/people/{id}/end-sessions", seat, acts::end_sessions)
}

fn role_label(role: Role, words: &Words) -> String {
    match role {
        Role::Agent => words.t("role-agent"),
        Role::Supervisor => words.t("role-supervisor"),
        Role::Administrator => words.t("role-administrator"),
    }
}

fn state_label(state: UserState, words: &Words) -> String {
    match state {
        UserState::Active => words.t("user-active"),
        UserState::Locked => words.t("user-locked"),
        UserState::Off => words.t("user-off"),
    }
}

/// One entry of a select.
struct Choice {
    word: &'static str,
    label: String,
    chosen: bool,
}

fn roles(chosen: Option<Role>, words: &Words) -> Vec<Choice> {
    let choice = |role: Role| Choice {
        word: role.word(),
        label: role_label(role, words),
        chosen: chosen == Some(role),
    };
    Role::ALL.into_iter().map(choice).collect()
}
