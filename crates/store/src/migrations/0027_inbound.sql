-- Numbers of the house that can be called: for which campaign, in which list whoever is not known
-- becomes a contact, and what holds while somebody waits.
CREATE TABLE queue (
    number {int} NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    purpose {text} NOT NULL CHECK (purpose IN ('service', 'opt_out')),
    campaign_id {int} REFERENCES campaign (id),
    list_id {int} REFERENCES list (id),
    zone {text} NOT NULL,
    rules {text} NOT NULL,
    sounds {text} NOT NULL
) {strict};

-- Calls that came in, each with its one end. Who called is personal.
CREATE TABLE inbound_call (
    id {id},
    called {int} NOT NULL,
    caller {int},
    caller_name {text},
    campaign_id {int},
    list_id {int},
    contact_id {int},
    slot {int},
    first_agent {int},
    state {text} NOT NULL CHECK (state IN ('arrived', 'waiting', 'answered', 'ended')),
    arrived_at {int} NOT NULL,
    waits_since {int},
    asked_agent {int},
    asked_at {int},
    agent_id {int},
    attempt {int},
    ended_at {int},
    ended {text},
    code {text},
    major {text},
    minor {text}
) {strict};

CREATE INDEX inbound_call_open ON inbound_call (called, id) WHERE state IN ('arrived', 'waiting');
CREATE INDEX inbound_call_arrived ON inbound_call (arrived_at);
CREATE INDEX inbound_call_contact ON inbound_call (list_id, contact_id);

-- An attempt that came in: nobody was dialled.
ALTER TABLE attempt ADD COLUMN inbound {int} NOT NULL DEFAULT 0;
