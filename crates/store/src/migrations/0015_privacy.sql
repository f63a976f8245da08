-- Who saw, changed, took away or erased what: no personal data. Each digest covers the row and,
-- through the one before it, all earlier ones.
CREATE TABLE audit (
    seq {int} NOT NULL PRIMARY KEY,
    at {int} NOT NULL,
    actor {text} NOT NULL CHECK (actor IN ('user', 'agent', 'token', 'program', 'system')),
    actor_id {int} NOT NULL,
    word {text} NOT NULL,
    subject {text} NOT NULL,
    list_id {int},
    subject_id {int},
    detail {text} NOT NULL,
    digest {text} NOT NULL
) {strict};

CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_contact ON audit (list_id, subject_id, seq) WHERE subject = 'contact';

-- Where the trail ends, and after which row it begins now that older ones were forgotten.
CREATE TABLE audit_head (
    id {int} NOT NULL PRIMARY KEY,
    seq {int} NOT NULL,
    at {int} NOT NULL,
    digest {text} NOT NULL,
    base_seq {int} NOT NULL,
    base_digest {text} NOT NULL
) {strict};

INSERT INTO audit_head (id, seq, at, digest, base_seq, base_digest) VALUES (1, 0, 0, '', 0, '');

-- After which day nobody of a list is offered any more, and on which its contacts are erased,
-- both by the calendar of its country, as YYYY-MM-DD.
CREATE TABLE list_retention (
    list_id {int} NOT NULL PRIMARY KEY REFERENCES list (id),
    expires_on {text},
    erase_on {text}
) {strict};

-- What is left of a contact whose personal data were erased.
CREATE TABLE erased (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (list_id, contact_id)
) {clustered};
