-- Questions that somebody keeps by a name.
CREATE TABLE saved_report (
    id {id},
    name {text} NOT NULL UNIQUE,
    query {text} NOT NULL,
    user_id {int} NOT NULL,
    at {int} NOT NULL
) {strict};
