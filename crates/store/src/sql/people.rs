//! Users, their sessions and links, tokens of programs, and the log of all that.

use super::{List, Statement};

pub static ADD_USER: Statement = Statement::new(
    "user.add",
    "INSERT INTO house_user (login, name, password_hash, role, agent_id, language, state, failed, \
     must_change, created_at) VALUES ($1, $2, $3, $4, $5, $6, 'active', 0, $7, $8) RETURNING id",
);

/// Users are read by a view that leaves out the password's hash.
pub static USERS: Statement = Statement::new(
    "user.all",
    "SELECT shown_user.* FROM shown_user ORDER BY login",
);

pub static USER: Statement = Statement::new(
    "user.by_id",
    "SELECT shown_user.* FROM shown_user WHERE id = $1",
);

pub static USER_BY_LOGIN: Statement = Statement::new(
    "user.by_login",
    "SELECT shown_user.* FROM shown_user WHERE login = $1",
);

pub static CREDENTIALS: Statement = Statement::new(
    "user.credentials",
    "SELECT shown_user.*, house_user.password_hash FROM shown_user \
     JOIN house_user ON house_user.id = shown_user.id WHERE shown_user.login = $1",
);

pub static ANY_USER: Statement =
    Statement::new("user.any", "SELECT id FROM house_user ORDER BY id LIMIT 1");

pub static OTHER_ADMINISTRATOR: Statement = Statement::new(
    "user.other_administrator",
    "SELECT id FROM house_user WHERE role = 'administrator' AND state = 'active' AND id <> $1 LIMIT 1",
);

pub static OF_AGENT: Statement = Statement::new(
    "user.of_agent",
    "SELECT id FROM house_user WHERE agent_id = $1",
);

pub static SET_USER: Statement = Statement::new(
    "user.set",
    "UPDATE house_user SET name = $1, role = $2, agent_id = $3, language = $4, state = $5 \
     WHERE id = $6",
);

pub static SET_PREFERENCES: Statement = Statement::new(
    "user.set_preferences",
    "UPDATE house_user SET language = $1, theme = $2 WHERE id = $3",
);

pub static SET_VOCABULARY: Statement = Statement::new(
    "user.set_vocabulary",
    "UPDATE house_user SET vocabulary = $1 WHERE id = $2",
);

pub static SET_PASSWORD: Statement = Statement::new(
    "user.set_password",
    "UPDATE house_user SET password_hash = $1, must_change = $2, failed = 0, locked_until = NULL \
     WHERE id = $3",
);

pub static FAILED: Statement = Statement::new(
    "user.failed",
    "UPDATE house_user SET failed = failed + 1 WHERE id = $1 RETURNING failed",
);

pub static LOCK: Statement = Statement::new(
    "user.lock",
    "UPDATE house_user SET locked_until = $1 WHERE id = $2",
);

pub static UNLOCK: Statement = Statement::new(
    "user.unlock",
    "UPDATE house_user SET failed = 0, locked_until = NULL, \
     state = CASE WHEN state = 'locked' THEN 'active' ELSE state END WHERE id = $1",
);

/// Nobody gets in whom somebody else's failures have locked out in the meantime.
pub static LOGGED_IN: Statement = Statement::new(
    "user.logged_in",
    "UPDATE house_user SET failed = 0, locked_until = NULL, last_login_at = $1 \
     WHERE id = $2 AND state = 'active' AND (locked_until IS NULL OR locked_until <= $3) \
     RETURNING role",
);

pub static RENAME_AGENT: Statement =
    Statement::new("agent.rename", "UPDATE agent SET name = $1 WHERE id = $2");

pub static ADD_SESSION: Statement = Statement::new(
    "session.add",
    "INSERT INTO session (token_hash, user_id, created_at, seen_at, expires_at, idle, address, \
     agent_text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
);

pub static SESSION: Statement = Statement::new(
    "session.by_hash",
    "SELECT shown_user.*, session.id, session.created_at, session.seen_at, session.expires_at, \
     session.idle, session.address, session.agent_text \
     FROM session JOIN shown_user ON shown_user.id = session.user_id WHERE session.token_hash = $1",
);

pub static SESSIONS_OF: Statement = Statement::new(
    "session.of_user",
    "SELECT id, created_at, seen_at, expires_at, idle, address, agent_text FROM session \
     WHERE user_id = $1 AND expires_at > $2 ORDER BY seen_at DESC, id DESC",
);

pub static SEEN: Statement = Statement::new(
    "session.seen",
    "UPDATE session SET seen_at = $1 WHERE id = $2",
);

pub static END_SESSION: Statement = Statement::new(
    "session.end",
    "DELETE FROM session WHERE id = $1 AND user_id = $2",
);

/// All of a user but one; none has the number 0.
pub static END_SESSIONS: Statement = Statement::new(
    "session.end_all",
    "DELETE FROM session WHERE user_id = $1 AND id <> $2",
);

pub static ADD_LINK: Statement = Statement::new(
    "one_time_link.add",
    "INSERT INTO one_time_link (hash, purpose, user_id, created_at, expires_at) \
     VALUES ($1, $2, $3, $4, $5)",
);

pub static LINK: Statement = Statement::new(
    "one_time_link.by_hash",
    "SELECT purpose, user_id, expires_at, used_at FROM one_time_link WHERE hash = $1",
);

pub static USE_LINK: Statement = Statement::new(
    "one_time_link.use",
    "UPDATE one_time_link SET used_at = $1 WHERE hash = $2 AND used_at IS NULL AND expires_at > $3",
);

/// What is unused stops working when there is a newer one, or a password.
pub static END_LINKS: Statement = Statement::new(
    "one_time_link.end",
    "DELETE FROM one_time_link WHERE user_id = $1 AND used_at IS NULL",
);

pub static ADD_TOKEN: Statement = Statement::new(
    "api_token.add",
    "INSERT INTO api_token (name, hash, scopes, created_by, created_at, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
);

pub static TOKENS: Statement = Statement::new(
    "api_token.all",
    "SELECT id, name, scopes, created_by, created_at, expires_at, last_used_at, revoked_at \
     FROM api_token ORDER BY id DESC",
);

pub static TOKEN: Statement = Statement::new(
    "api_token.by_hash",
    "SELECT id, name, scopes, created_by, created_at, expires_at, last_used_at, revoked_at \
     FROM api_token WHERE hash = $1",
);

pub static TOKEN_USED: Statement = Statement::new(
    "api_token.used",
    "UPDATE api_token SET last_used_at = $1 WHERE id = $2",
);

pub static REVOKE_TOKEN: Statement = Statement::new(
    "api_token.revoke",
    "UPDATE api_token SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL",
);

pub static BEGIN_REQUEST: Statement = Statement::new(
    "idempotency.begin",
    "INSERT INTO idempotency (token_id, key, digest, begun_at, expires_at) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (token_id, key) DO NOTHING",
);

/// What has run out, and what was begun and never answered, makes room.
pub static CLEAR_REQUEST: Statement = Statement::new(
    "idempotency.clear",
    "DELETE FROM idempotency WHERE token_id = $1 AND key = $2 \
     AND (expires_at <= $3 OR (status IS NULL AND begun_at <= $4))",
);

pub static REQUEST: Statement = Statement::new(
    "idempotency.find",
    "SELECT digest, status, body FROM idempotency WHERE token_id = $1 AND key = $2",
);

pub static FINISH_REQUEST: Statement = Statement::new(
    "idempotency.finish",
    "UPDATE idempotency SET status = $1, body = $2 WHERE token_id = $3 AND key = $4",
);

pub static FORGET_REQUEST: Statement = Statement::new(
    "idempotency.forget",
    "DELETE FROM idempotency WHERE token_id = $1 AND key = $2 AND status IS NULL",
);

pub static NOTE: Statement = Statement::new(
    "people_event.add",
    "INSERT INTO people_event (at, word, user_id, by_user, address, detail) \
     VALUES ($1, $2, $3, $4, $5, $6)",
);

pub static LOG: Statement = Statement::new(
    "people_event.all",
    "SELECT id, at, word, user_id, by_user, address, detail FROM people_event \
     WHERE id < $1 ORDER BY id DESC LIMIT $2",
);

pub static LOG_OF: Statement = Statement::new(
    "people_event.of_user",
    "SELECT id, at, word, user_id, by_user, address, detail FROM people_event \
     WHERE user_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
);

pub static FORGET_SESSIONS: Statement = Statement::new(
    "session.forget",
    "DELETE FROM session WHERE expires_at <= $1",
);

pub static FORGET_LINKS: Statement = Statement::new(
    "one_time_link.forget",
    "DELETE FROM one_time_link WHERE expires_at <= $1",
);

pub static FORGET_REQUESTS: Statement = Statement::new(
    "idempotency.forget_all",
    "DELETE FROM idempotency WHERE expires_at <= $1",
);

pub static FORGET_EVENTS: Statement = Statement::new(
    "people_event.forget",
    "DELETE FROM people_event WHERE at <= $1",
);

pub static LIST: List = List {
    statements: &[
        &ADD_USER,
        &USERS,
        &USER,
        &USER_BY_LOGIN,
        &CREDENTIALS,
        &ANY_USER,
        &OTHER_ADMINISTRATOR,
        &OF_AGENT,
        &SET_USER,
        &SET_PREFERENCES,
        &SET_VOCABULARY,
        &SET_PASSWORD,
        &FAILED,
        &LOCK,
        &UNLOCK,
        &LOGGED_IN,
        &RENAME_AGENT,
        &ADD_SESSION,
        &SESSION,
        &SESSIONS_OF,
        &SEEN,
        &END_SESSION,
        &END_SESSIONS,
        &ADD_LINK,
        &LINK,
        &USE_LINK,
        &END_LINKS,
        &ADD_TOKEN,
        &TOKENS,
        &TOKEN,
        &TOKEN_USED,
        &REVOKE_TOKEN,
        &BEGIN_REQUEST,
        &CLEAR_REQUEST,
        &REQUEST,
        &FINISH_REQUEST,
        &FORGET_REQUEST,
        &NOTE,
        &LOG,
        &LOG_OF,
        &FORGET_SESSIONS,
        &FORGET_LINKS,
        &FORGET_REQUESTS,
        &FORGET_EVENTS,
    ],
    many: &[],
    fetch: &[],
    bulk: &[],
};
