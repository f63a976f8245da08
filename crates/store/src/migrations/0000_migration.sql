-- Which migrations this database has had. The program makes this table before all others.
CREATE TABLE IF NOT EXISTS migration (
    number {int} NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    applied_at {int} NOT NULL
) {strict};
