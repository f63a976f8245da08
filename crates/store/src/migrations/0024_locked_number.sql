-- Numbers, or how numbers begin, that the telephone provider bars: their digits with the country's.
CREATE TABLE locked_number (
    digits {int} NOT NULL PRIMARY KEY,
    note {text} NOT NULL,
    added_at {int} NOT NULL
) {strict};
