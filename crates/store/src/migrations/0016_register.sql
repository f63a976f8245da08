-- Registers of numbers that must not be called: a national one, or a client's file. What they
-- hold lies in blocks of some hundred numbers each, sorted; a version that is being built is
-- not seen until `version` names it. `as_of` is the day the file states, empty until there is
-- a first version. Open contacts with numbers above `close_after` are still to be closed.
CREATE TABLE register (
    id {id},
    name {text} NOT NULL UNIQUE,
    extent {text} NOT NULL CHECK (extent IN ('everywhere', 'campaign')),
    scope_id {int} NOT NULL,
    source {text} NOT NULL,
    as_of {int},
    imported_at {int} NOT NULL,
    numbers {int} NOT NULL,
    from_at {int},
    until_at {int},
    version {int} NOT NULL,
    building {int} NOT NULL,
    close_after {int}
) {strict};

CREATE TABLE register_block (
    register_id {int} NOT NULL,
    version {int} NOT NULL,
    first_number {int} NOT NULL,
    body {text} NOT NULL,
    PRIMARY KEY (register_id, version, first_number)
) {clustered};

-- Suppressions that somebody lifted, as they were, with who did it and why. Rows only come.
CREATE TABLE suppression_lifted (
    id {id},
    number {int} NOT NULL,
    extent {text} NOT NULL,
    scope_id {int} NOT NULL,
    source {text} NOT NULL,
    reason {text} NOT NULL,
    added_at {int} NOT NULL,
    until_at {int},
    lifted_at {int} NOT NULL,
    lifted_by {text} NOT NULL,
    lifted_why {text} NOT NULL
) {strict};

CREATE INDEX suppression_lifted_number ON suppression_lifted (number);
