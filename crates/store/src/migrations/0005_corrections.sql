-- Attempts that were given another code, kept apart from the journal for reports.
CREATE TABLE correction (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    seq {int} NOT NULL,
    attempt {int} NOT NULL,
    from_code {text} NOT NULL,
    to_code {text} NOT NULL,
    at {int} NOT NULL,
    actor {text} NOT NULL,
    PRIMARY KEY (list_id, contact_id, seq)
) {clustered};

CREATE INDEX correction_at ON correction (list_id, at);
