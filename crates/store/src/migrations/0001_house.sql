-- Rules: what a list is worked by. Rows never change under a version.
CREATE TABLE catalogue (
    name {text} NOT NULL,
    version {int} NOT NULL,
    body {text} NOT NULL,
    PRIMARY KEY (name, version)
) {strict};

CREATE TABLE law (
    country {text} NOT NULL,
    version {text} NOT NULL,
    body {text} NOT NULL,
    PRIMARY KEY (country, version)
) {strict};

CREATE TABLE rules (
    id {id},
    catalogue {text} NOT NULL,
    catalogue_version {int} NOT NULL,
    country {text} NOT NULL,
    law_version {text} NOT NULL,
    settings {text} NOT NULL
) {strict};

-- People and what they work on.
CREATE TABLE campaign (
    id {id},
    name {text} NOT NULL UNIQUE,
    state {text} NOT NULL CHECK (state IN ('running', 'paused', 'closed')),
    priority {int} NOT NULL,
    callbacks_jump {int} NOT NULL,
    created_at {int} NOT NULL
) {strict};

CREATE TABLE list (
    id {id},
    name {text} NOT NULL UNIQUE,
    country {text} NOT NULL,
    rules_id {int} NOT NULL REFERENCES rules (id),
    fields {text} NOT NULL,
    next_contact_id {int} NOT NULL,
    created_at {int} NOT NULL
) {strict};

CREATE TABLE link (
    id {id},
    campaign_id {int} NOT NULL REFERENCES campaign (id),
    list_id {int} NOT NULL REFERENCES list (id),
    priority {int} NOT NULL,
    active {int} NOT NULL,
    filter {text},
    offers {int} NOT NULL,
    UNIQUE (campaign_id, list_id)
) {strict};

CREATE INDEX link_list ON link (list_id);

CREATE TABLE agent (
    id {id},
    name {text} NOT NULL UNIQUE,
    seq {int} NOT NULL,
    presence {text} NOT NULL CHECK (presence IN ('out', 'break', 'ready')),
    body {text} NOT NULL
) {strict};

CREATE TABLE campaign_agent (
    campaign_id {int} NOT NULL REFERENCES campaign (id),
    agent_id {int} NOT NULL REFERENCES agent (id),
    PRIMARY KEY (campaign_id, agent_id)
) {strict};

-- Imports: rows are staged under an import and seen only once it is live.
CREATE TABLE import (
    id {id},
    list_id {int} NOT NULL REFERENCES list (id),
    state {text} NOT NULL CHECK (state IN ('staging', 'live', 'undone', 'cancelled')),
    mode {text} NOT NULL,
    file {text} NOT NULL,
    file_digest {text} NOT NULL,
    rules_id {int} NOT NULL REFERENCES rules (id),
    at {int} NOT NULL,
    lines_done {int} NOT NULL,
    counts {text} NOT NULL,
    untouched {int} NOT NULL
) {strict};

CREATE TABLE import_problem (
    import_id {int} NOT NULL,
    n {int} NOT NULL,
    line {int} NOT NULL,
    column_name {text} NOT NULL,
    value {text} NOT NULL,
    reason {text} NOT NULL,
    PRIMARY KEY (import_id, n)
) {clustered};

-- Contacts. What the engine knows is `body`; it is empty until the first event, when the
-- contact still follows from its origin (zone, kind, numbers, arrival, the import's instant).
CREATE TABLE contact (
    list_id {int} NOT NULL,
    id {int} NOT NULL,
    import_id {int} NOT NULL,
    line {int} NOT NULL,
    key {text},
    dedupe {int},
    zone {text} NOT NULL,
    kind {text} NOT NULL,
    numbers {int} NOT NULL,
    arrival {text},
    seq {int} NOT NULL,
    at {int} NOT NULL,
    digest {int} NOT NULL,
    state {text} NOT NULL,
    code {text} NOT NULL,
    due_at {int},
    -- Set while it can be offered: which pool (the import of an untouched contact, else 0),
    -- for whom (0 for everybody), and where in the order.
    pool {int},
    holder {int},
    band {int},
    priority {int} NOT NULL,
    offer_at {int},
    owner {int},
    release_at {int},
    hand_agent {int},
    lease_until {int},
    attempts {int} NOT NULL,
    unreached_run {int} NOT NULL,
    last_attempt_at {int},
    body {text},
    PRIMARY KEY (list_id, id)
) {clustered};

CREATE INDEX contact_offer ON contact (list_id, pool, holder, band, priority, offer_at, due_at, id)
    WHERE pool IS NOT NULL;
CREATE INDEX contact_key ON contact (list_id, key) WHERE key IS NOT NULL;
CREATE UNIQUE INDEX contact_hand ON contact (hand_agent) WHERE hand_agent IS NOT NULL;
CREATE INDEX contact_lease ON contact (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX contact_release ON contact (release_at) WHERE release_at IS NOT NULL;

-- A filtered link keeps its members with their place in the order, so that it is sought, too.
CREATE TABLE member (
    link_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    list_id {int} NOT NULL,
    pool {int},
    holder {int},
    band {int},
    priority {int} NOT NULL,
    offer_at {int},
    due_at {int},
    PRIMARY KEY (link_id, contact_id)
) {clustered};

CREATE INDEX member_offer ON member (link_id, pool, holder, band, priority, offer_at, due_at, contact_id)
    WHERE pool IS NOT NULL;
CREATE INDEX member_contact ON member (list_id, contact_id);

-- Personal data lives here and nowhere else.
CREATE TABLE number (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    slot {int} NOT NULL,
    number {int} NOT NULL,
    PRIMARY KEY (list_id, contact_id, slot)
) {clustered};

CREATE INDEX number_number ON number (number);

CREATE TABLE personal (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    version {int} NOT NULL,
    import_id {int} NOT NULL,
    fields {text} NOT NULL,
    PRIMARY KEY (list_id, contact_id, version)
) {clustered};

CREATE TABLE note (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    seq {int} NOT NULL,
    text {text} NOT NULL,
    PRIMARY KEY (list_id, contact_id, seq)
) {clustered};

-- What happened and what was decided: no personal data.
CREATE TABLE journal (
    list_id {int} NOT NULL,
    subject {text} NOT NULL CHECK (subject IN ('contact', 'agent', 'import')),
    subject_id {int} NOT NULL,
    seq {int} NOT NULL,
    at {int} NOT NULL,
    happened_at {int} NOT NULL,
    actor {text} NOT NULL,
    word {text} NOT NULL,
    body {text} NOT NULL,
    rules_id {int} NOT NULL,
    because {text} NOT NULL,
    digest {int} NOT NULL,
    PRIMARY KEY (list_id, subject, subject_id, seq)
) {clustered};

CREATE INDEX journal_at ON journal (at);

CREATE TABLE event_id (
    id {text} NOT NULL PRIMARY KEY,
    expires_at {int} NOT NULL
) {strict};

CREATE TABLE attempt (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    attempt {int} NOT NULL,
    slot {int} NOT NULL,
    agent_id {int} NOT NULL,
    placed_at {int} NOT NULL,
    answered_at {int},
    ended_at {int} NOT NULL,
    outcome {text} NOT NULL,
    code {text} NOT NULL,
    cause {text} NOT NULL,
    coded_at {int} NOT NULL,
    PRIMARY KEY (list_id, contact_id, attempt)
) {clustered};

-- Every dial of a number, by all campaigns: what the law counts.
CREATE TABLE dial (
    number {int} NOT NULL,
    at {int} NOT NULL,
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    attempt {int} NOT NULL,
    PRIMARY KEY (number, at, list_id, contact_id, attempt)
) {clustered};

CREATE TABLE suppression (
    number {int} NOT NULL,
    extent {text} NOT NULL CHECK (extent IN ('everywhere', 'advertiser', 'campaign')),
    scope_id {int} NOT NULL,
    source {text} NOT NULL,
    reason {text} NOT NULL,
    added_at {int} NOT NULL,
    until_at {int},
    PRIMARY KEY (number, extent, scope_id)
) {clustered};

CREATE TABLE outbox (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    seq {int} NOT NULL,
    n {int} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('suppress', 'act')),
    effect {text} NOT NULL,
    not_before {int} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('waiting', 'done', 'discarded')),
    tries {int} NOT NULL,
    PRIMARY KEY (list_id, contact_id, seq, n)
) {clustered};

CREATE INDEX outbox_waiting ON outbox (kind, not_before) WHERE state = 'waiting';

-- What people and reports see: contacts of live imports, and those that have a history.
CREATE VIEW live_contact AS
    SELECT contact.* FROM contact JOIN import ON import.id = contact.import_id
    WHERE contact.seq > 0 OR import.state = 'live';
