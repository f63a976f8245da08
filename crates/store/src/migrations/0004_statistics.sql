-- Statistics ask for attempts by when they were coded.
CREATE INDEX attempt_coded ON attempt (coded_at, list_id, contact_id, attempt);
