-- Callbacks of agents that are not kept, because somebody is not to be called any more.
CREATE TABLE callback_cancelled (
    agent_id {int} NOT NULL,
    at {int} NOT NULL,
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    due_at {int} NOT NULL,
    PRIMARY KEY (agent_id, at, list_id, contact_id)
) {clustered};
