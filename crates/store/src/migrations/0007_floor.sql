-- For which campaign an attempt was made; nothing for those made before it was kept.
ALTER TABLE attempt ADD COLUMN campaign_id {int};

-- All that the floor asks of today's attempts.
CREATE INDEX attempt_today ON attempt (coded_at, campaign_id, list_id, agent_id, code, outcome, answered_at, ended_at);

-- What agents were doing, from when to when. Whoever is out has no open row.
CREATE TABLE agent_phase (
    agent_id {int} NOT NULL,
    since_at {int} NOT NULL,
    until_at {int},
    phase {text} NOT NULL CHECK (phase IN ('break', 'ready', 'reserved', 'dialling', 'talking', 'wrap_up')),
    -- The type of break.
    detail {text},
    campaign_id {int},
    list_id {int},
    contact_id {int},
    PRIMARY KEY (agent_id, since_at)
) {clustered};

CREATE INDEX agent_phase_open ON agent_phase (agent_id) WHERE until_at IS NULL;
CREATE INDEX agent_phase_until ON agent_phase (until_at) WHERE until_at IS NOT NULL;

-- Open contacts that cannot be offered: in hand, waiting, or without a number left.
CREATE INDEX contact_waiting ON contact (list_id, state, id) WHERE pool IS NULL AND state <> 'closed';

-- What a supervisor has to say to an agent.
CREATE TABLE message (
    id {id},
    agent_id {int} NOT NULL REFERENCES agent (id),
    from_name {text} NOT NULL,
    text {text} NOT NULL,
    at {int} NOT NULL,
    seen_at {int}
) {strict};

CREATE INDEX message_unseen ON message (agent_id, id) WHERE seen_at IS NULL;

-- How an agent works for a campaign: only callbacks, only until then.
ALTER TABLE campaign_agent ADD COLUMN callbacks_only {int} NOT NULL DEFAULT 0;
ALTER TABLE campaign_agent ADD COLUMN from_at {int};
ALTER TABLE campaign_agent ADD COLUMN until_at {int};

-- Settings of the house by name, as JSON.
CREATE TABLE setting (
    name {text} NOT NULL PRIMARY KEY,
    body {text} NOT NULL
) {strict};
