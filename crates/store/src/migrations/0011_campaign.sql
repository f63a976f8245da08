-- What a campaign, or one of its lists, may reach before it offers callbacks only. `subject`
-- says what is counted: attempts of one code, or of one column of the list report. A quota by
-- the day counts in its own zone.
CREATE TABLE quota (
    id {id},
    campaign_id {int} NOT NULL REFERENCES campaign (id),
    link_id {int},
    subject {text} NOT NULL CHECK (subject IN ('code', 'column')),
    word {text} NOT NULL,
    most {int} NOT NULL,
    per_day {int} NOT NULL,
    zone {text} NOT NULL
) {strict};

CREATE INDEX quota_campaign ON quota (campaign_id);

-- Kept with each event. The day is empty where all days are counted together.
CREATE TABLE quota_count (
    quota_id {int} NOT NULL,
    day {text} NOT NULL,
    counted {int} NOT NULL,
    PRIMARY KEY (quota_id, day)
) {clustered};

-- What agents say: for a campaign, or for one list in it. The newest version is shown; an
-- empty text is none.
CREATE TABLE script (
    campaign_id {int} NOT NULL REFERENCES campaign (id),
    list_id {int} NOT NULL,
    version {int} NOT NULL,
    text {text} NOT NULL,
    author {text} NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (campaign_id, list_id, version)
) {clustered};
