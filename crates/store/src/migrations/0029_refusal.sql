-- Whoever refused to be recorded, by number, so that it holds in every list: nothing is recorded
-- there before somebody has asked again, and was told yes.
CREATE TABLE recording_refusal (
    number {int} NOT NULL PRIMARY KEY,
    refused_at {int} NOT NULL
) {strict};

-- Refused, by whose word: destroyed at that instant unless it is taken back before.
ALTER TABLE recording ADD COLUMN refused_until {int};
ALTER TABLE recording ADD COLUMN refused_by {text};
ALTER TABLE recording ADD COLUMN refused_by_id {int};

CREATE INDEX recording_refused ON recording (refused_until) WHERE refused_until IS NOT NULL;
