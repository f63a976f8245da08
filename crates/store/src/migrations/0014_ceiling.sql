-- What a campaign asks of its calls beyond the law.
ALTER TABLE campaign ADD COLUMN profile {text};

-- Calls that a person answered, by the quarter of an hour in which it was known: kept with each
-- event, so that a permit reads some rows. Campaign 0 is none.
CREATE TABLE answered_call (
    campaign_id {int} NOT NULL,
    quarter {int} NOT NULL,
    answered {int} NOT NULL,
    abandoned {int} NOT NULL,
    PRIMARY KEY (campaign_id, quarter)
) {clustered};

-- Calls under way for which no agent is kept.
CREATE TABLE unreserved_call (
    campaign_id {int} NOT NULL PRIMARY KEY,
    calls {int} NOT NULL
) {strict};

-- Calls after which a menu said how to opt out, and those who then did.
CREATE TABLE opt_out_menu (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    attempt {int} NOT NULL,
    offered_at {int} NOT NULL,
    completed_at {int},
    PRIMARY KEY (list_id, contact_id, attempt)
) {clustered};
