-- Files on their way into a list: what is known of each, and how far it has come.
-- `reading` is how the file is read, `how` what becomes of its rows, both as JSON; `definition`
-- is what its columns mean; `outlook` is what the check found.
CREATE TABLE upload (
    id {id},
    list_id {int} REFERENCES list (id),
    file {text} NOT NULL,
    stored {text} NOT NULL UNIQUE,
    size {int} NOT NULL,
    reading {text} NOT NULL,
    definition {text},
    how {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('open', 'checking', 'checked', 'importing', 'imported', 'broken')),
    import_id {int},
    outlook {text},
    problem {text},
    user_id {int},
    created_at {int} NOT NULL,
    changed_at {int} NOT NULL
) {strict};

-- What the columns of a header meant the last time it was imported into a list.
CREATE TABLE saved_definition (
    list_id {int} NOT NULL,
    header {text} NOT NULL,
    definition {text} NOT NULL,
    how {text} NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (list_id, header)
) {clustered};
