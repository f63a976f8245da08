-- When an agent's desk was last heard of.
ALTER TABLE agent ADD COLUMN seen_at {int};

-- What an agent may be away for. Labels are JSON, by language.
CREATE TABLE break_type (
    code {text} NOT NULL PRIMARY KEY,
    label {text} NOT NULL,
    paid {int} NOT NULL,
    warn_after_minutes {int},
    position {int} NOT NULL,
    active {int} NOT NULL
) {strict};

INSERT INTO break_type (code, label, paid, warn_after_minutes, position, active) VALUES
    ('coffee', '{"de":"Kaffeepause","en":"Coffee break","hu":"Kávészünet","nl":"Koffiepauze"}', 1, 15, 1, 1),
    ('lunch', '{"de":"Mittagspause","en":"Lunch","hu":"Ebédszünet","nl":"Lunchpauze"}', 0, 30, 2, 1),
    ('short', '{"de":"Kurz weg","en":"Short break","hu":"Rövid szünet","nl":"Even weg"}', 1, 10, 3, 1),
    ('meeting', '{"de":"Besprechung","en":"Meeting","hu":"Megbeszélés","nl":"Overleg"}', 1, NULL, 4, 1),
    ('training', '{"de":"Schulung, Coaching","en":"Training, coaching","hu":"Képzés, coaching","nl":"Training, coaching"}', 1, NULL, 5, 1),
    ('office', '{"de":"Büroarbeit","en":"Paperwork","hu":"Adminisztráció","nl":"Administratie"}', 1, 60, 6, 1),
    ('technical', '{"de":"Technische Störung","en":"Technical trouble","hu":"Technikai hiba","nl":"Technische storing"}', 1, 15, 7, 1);

-- Callbacks by owner, and by list, in order of their time.
CREATE INDEX contact_owned ON contact (owner, due_at, list_id, id)
    WHERE owner IS NOT NULL AND state = 'callback';
CREATE INDEX contact_callback ON contact (list_id, due_at, id) WHERE state = 'callback';
