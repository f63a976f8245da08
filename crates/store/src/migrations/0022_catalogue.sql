-- Catalogues somebody works on, one draft for each name: the file as text, and the version it
-- began with, 0 where there was none.
CREATE TABLE catalogue_draft (
    name {text} NOT NULL PRIMARY KEY,
    base_version {int} NOT NULL,
    body {text} NOT NULL,
    changed_at {int} NOT NULL,
    changed_by {int} REFERENCES house_user (id)
) {strict};

-- Who made which draft a version, and what was said of it. The file lies in `catalogue`.
CREATE TABLE catalogue_published (
    name {text} NOT NULL,
    version {int} NOT NULL,
    at {int} NOT NULL,
    by_user {int} REFERENCES house_user (id),
    note {text} NOT NULL,
    PRIMARY KEY (name, version)
) {strict};
