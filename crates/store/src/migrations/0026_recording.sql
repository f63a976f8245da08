-- Recordings of talks, one for an attempt: what is known of them. The sound itself lies encrypted
-- in a folder.
CREATE TABLE recording (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    attempt {int} NOT NULL,
    agent_id {int} NOT NULL,
    campaign_id {int},
    state {text} NOT NULL CHECK (state IN
        ('waits', 'telling', 'recording', 'paused', 'ended', 'kept', 'condemned', 'destroyed', 'lost')),
    consent {text} NOT NULL CHECK (consent IN ('not_needed', 'awaited', 'told', 'agreed', 'refused')),
    consent_at {int},
    -- Its name on the exchange, until it is gone there.
    on_exchange {text},
    created_at {int} NOT NULL,
    began_at {int},
    ended_at {int},
    -- Spans in which nothing was recorded, as JSON: pairs of instants.
    pauses {text} NOT NULL,
    bytes {int},
    digest {text},
    key_id {int},
    keep_until {int} NOT NULL,
    -- 1 where its agent may listen to it.
    by_agent {int} NOT NULL,
    gone_at {int},
    -- Why it is gone, and who wanted that: a word of the trail's and an id.
    gone_why {text},
    gone_by {text},
    gone_by_id {int},
    PRIMARY KEY (list_id, contact_id, attempt)
) {clustered};

CREATE INDEX recording_newest ON recording (created_at, list_id, contact_id, attempt);
CREATE INDEX recording_due ON recording (keep_until) WHERE state = 'kept';
CREATE INDEX recording_open ON recording (state) WHERE state <> 'kept' AND state <> 'destroyed' AND state <> 'lost';
