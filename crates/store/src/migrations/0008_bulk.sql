-- Changes of many contacts at once: what was asked for, of whom, and how far it came.
CREATE TABLE bulk (
    id {id},
    list_id {int} NOT NULL REFERENCES list (id),
    actor {text} NOT NULL,
    change {text} NOT NULL,
    selection {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('running', 'done', 'stopped')),
    contacts {int} NOT NULL,
    begun_at {int} NOT NULL,
    ended_at {int}
) {strict};

CREATE INDEX bulk_list ON bulk (list_id, id);

-- `outcome` is empty while the contact waits, then `done`, or the word of the refusal.
CREATE TABLE bulk_contact (
    bulk_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    outcome {text},
    PRIMARY KEY (bulk_id, contact_id)
) {clustered};

CREATE INDEX bulk_contact_waiting ON bulk_contact (bulk_id, contact_id) WHERE outcome IS NULL;
