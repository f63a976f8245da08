-- On whose behalf campaigns call. Whoever does not want to be called by an advertiser is not
-- called in any of its campaigns.
CREATE TABLE advertiser (
    id {id},
    name {text} NOT NULL UNIQUE,
    created_at {int} NOT NULL
) {strict};

ALTER TABLE campaign ADD COLUMN advertiser_id {int};

CREATE INDEX campaign_advertiser ON campaign (advertiser_id) WHERE advertiser_id IS NOT NULL;

-- A register of an advertiser has the extent 'campaign', the scope 0, and this.
ALTER TABLE register ADD COLUMN advertiser_id {int};

-- `number` is a telephone number, or below 0 the mark of a person or of a domain, whose name is
-- in `named` where it says who nobody is. `meant` is the extent that was asked for where another
-- one had to do. From `close_at` on open contacts that it covers are to be closed.
ALTER TABLE suppression ADD COLUMN from_at {int};
ALTER TABLE suppression ADD COLUMN meant {text};
ALTER TABLE suppression ADD COLUMN named {text};
ALTER TABLE suppression ADD COLUMN close_at {int};

CREATE INDEX suppression_close ON suppression (close_at) WHERE close_at IS NOT NULL;

ALTER TABLE suppression_lifted ADD COLUMN from_at {int};
ALTER TABLE suppression_lifted ADD COLUMN meant {text};
ALTER TABLE suppression_lifted ADD COLUMN named {text};

-- There was no advertiser yet: what was said to be one's held in the campaign it named, and goes
-- on holding there, to the later of two ends.
UPDATE suppression SET until_at = (
        SELECT CASE WHEN one.until_at IS NULL OR one.until_at > suppression.until_at
               THEN one.until_at ELSE suppression.until_at END
        FROM suppression one WHERE one.number = suppression.number
        AND one.extent = 'advertiser' AND one.scope_id = suppression.scope_id)
    WHERE extent = 'campaign' AND until_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM suppression one WHERE one.number = suppression.number
        AND one.extent = 'advertiser' AND one.scope_id = suppression.scope_id);

INSERT INTO suppression (number, extent, scope_id, source, reason, added_at, until_at, meant)
    SELECT one.number, 'campaign', one.scope_id, one.source, one.reason, one.added_at,
           one.until_at, 'advertiser'
    FROM suppression one WHERE one.extent = 'advertiser' AND NOT EXISTS (
        SELECT 1 FROM suppression other WHERE other.number = one.number
        AND other.extent = 'campaign' AND other.scope_id = one.scope_id);

DELETE FROM suppression WHERE extent = 'advertiser';

-- By what a contact is known besides its numbers: its person and its domains, each as a figure
-- below 0 that is drawn from an e-mail address and says nothing by itself.
CREATE TABLE mark (
    list_id {int} NOT NULL,
    contact_id {int} NOT NULL,
    mark {int} NOT NULL,
    PRIMARY KEY (list_id, contact_id, mark)
) {clustered};

CREATE INDEX mark_mark ON mark (mark);

-- Lists whose contacts after this one have no marks yet: the program adds them when it opens.
CREATE TABLE mark_backlog (
    list_id {int} NOT NULL PRIMARY KEY,
    after_id {int} NOT NULL
) {strict};

INSERT INTO mark_backlog (list_id, after_id) SELECT id, 0 FROM list;

-- What only this house knows, such as the key of its signatures.
CREATE TABLE house_secret (
    name {text} NOT NULL PRIMARY KEY,
    value {text} NOT NULL
) {strict};
