-- What supervisors did on the floor: whom it was about, in words of ours.
CREATE TABLE floor_event (
    id {id},
    at {int} NOT NULL,
    word {text} NOT NULL,
    agent_id {int},
    by_user {int},
    detail {text} NOT NULL
) {strict};

CREATE INDEX floor_event_agent ON floor_event (agent_id, id) WHERE agent_id IS NOT NULL;

-- Whose order it is that the browsers of an agent are logged out as soon as she has left.
ALTER TABLE agent ADD COLUMN ended_by {int};
