-- Where a client wants a contact called in an order of its own, set while its time has come:
-- bytes as hexadecimal figures, which sort alike in every database and language. And when
-- something becomes of a contact without anybody doing anything.
ALTER TABLE contact ADD COLUMN order_key {text};
ALTER TABLE contact ADD COLUMN wake_at {int};
ALTER TABLE member ADD COLUMN order_key {text};

CREATE INDEX contact_order ON contact (list_id, holder, order_key, offer_at, due_at, id)
    WHERE order_key IS NOT NULL;
CREATE INDEX contact_wake ON contact (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX member_order ON member (link_id, holder, order_key, offer_at, due_at, contact_id)
    WHERE order_key IS NOT NULL;

-- Result and cause of an attempt, where the vocabulary keeps them apart.
ALTER TABLE attempt ADD COLUMN major {text};
ALTER TABLE attempt ADD COLUMN minor {text};

-- The same as before, with the columns that came since.
DROP VIEW live_contact;
CREATE VIEW live_contact AS
    SELECT contact.* FROM contact JOIN import ON import.id = contact.import_id
    WHERE contact.seq > 0 OR import.state = 'live';
