-- Who asked for a bulk change: a supervisor may have no desk and be no agent.
ALTER TABLE bulk ADD COLUMN user_id {int};

-- Contacts that went to another list, and where they are there.
CREATE TABLE moved (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    to_list_id {int} NOT NULL,
    to_contact_id {int} NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (list_id, contact_id)
) {clustered};

CREATE INDEX moved_to ON moved (to_list_id, to_contact_id);

-- Whether another list has a contact already.
CREATE INDEX contact_dedupe ON contact (list_id, dedupe) WHERE dedupe IS NOT NULL;
