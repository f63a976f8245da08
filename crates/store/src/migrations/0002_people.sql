-- Who may use the house. Secrets are here as hashes only.
CREATE TABLE house_user (
    id {id},
    login {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    password_hash {text},
    role {text} NOT NULL CHECK (role IN ('agent', 'supervisor', 'administrator')),
    agent_id {int} REFERENCES agent (id),
    language {text} CHECK (language IN ('en', 'nl', 'de', 'hu')),
    theme {text} CHECK (theme IN ('light', 'dark', 'system')),
    state {text} NOT NULL CHECK (state IN ('active', 'locked', 'off')),
    failed {int} NOT NULL,
    locked_until {int},
    must_change {int} NOT NULL,
    created_at {int} NOT NULL,
    last_login_at {int}
) {strict};

CREATE UNIQUE INDEX house_user_agent ON house_user (agent_id) WHERE agent_id IS NOT NULL;

-- A user as others may see one: without the hash.
CREATE VIEW shown_user AS
    SELECT id, login, name, role, agent_id, language, theme, state, failed, locked_until,
        must_change, created_at, last_login_at,
        CAST(CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END AS {int}) AS has_password
    FROM house_user;

CREATE TABLE session (
    id {id},
    token_hash {text} NOT NULL UNIQUE,
    user_id {int} NOT NULL REFERENCES house_user (id),
    created_at {int} NOT NULL,
    seen_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    idle {int},
    address {text} NOT NULL,
    agent_text {text} NOT NULL
) {strict};

CREATE INDEX session_of_user ON session (user_id);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE one_time_link (
    hash {text} NOT NULL PRIMARY KEY,
    purpose {text} NOT NULL CHECK (purpose IN ('first_start', 'invite', 'reset')),
    user_id {int} REFERENCES house_user (id),
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    used_at {int}
) {strict};

CREATE INDEX one_time_link_user ON one_time_link (user_id) WHERE user_id IS NOT NULL;

CREATE TABLE api_token (
    id {id},
    name {text} NOT NULL,
    hash {text} NOT NULL UNIQUE,
    scopes {text} NOT NULL,
    created_by {int} REFERENCES house_user (id),
    created_at {int} NOT NULL,
    expires_at {int},
    last_used_at {int},
    revoked_at {int}
) {strict};

-- Answers that were given to a program, so that asking again does nothing twice. A row
-- without an answer is a request under way.
CREATE TABLE idempotency (
    token_id {int} NOT NULL,
    key {text} NOT NULL,
    digest {text} NOT NULL,
    begun_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    status {int},
    body {text},
    PRIMARY KEY (token_id, key)
) {clustered};

CREATE INDEX idempotency_expires ON idempotency (expires_at);

-- What people did with their access: no secrets, and no login that does not exist.
CREATE TABLE people_event (
    id {id},
    at {int} NOT NULL,
    word {text} NOT NULL,
    user_id {int},
    by_user {int},
    address {text} NOT NULL,
    detail {text} NOT NULL
) {strict};

CREATE INDEX people_event_at ON people_event (at);
CREATE INDEX people_event_user ON people_event (user_id, id) WHERE user_id IS NOT NULL;
