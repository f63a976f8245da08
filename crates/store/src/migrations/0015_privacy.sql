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

-- From when on nobody of a list is offered any more, and from when on its contacts are erased:
-- the keeper does it a few at a time and notes how far it came.
CREATE TABLE list_retention (
    list_id {int} NOT NULL PRIMARY KEY REFERENCES list (id),
    expires_at {int},
    erase_at {int},
    erased_through {int} NOT NULL,
    erased_at {int}
) {strict};

-- Evidence of consent that the law wants kept when all else of a contact is erased; for nobody
-- to see but whoever must answer for it.
CREATE TABLE kept_evidence (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    until_at {int} NOT NULL,
    rule {text} NOT NULL,
    body {text} NOT NULL,
    PRIMARY KEY (list_id, contact_id)
) {clustered};
