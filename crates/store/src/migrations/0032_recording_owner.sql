-- A talk that was passed on was left to whoever had it first: its recording is of whoever has the
-- attempt.
UPDATE recording SET agent_id =
    (SELECT attempt.agent_id FROM attempt WHERE attempt.list_id = recording.list_id
        AND attempt.contact_id = recording.contact_id AND attempt.attempt = recording.attempt)
WHERE EXISTS
    (SELECT 1 FROM attempt WHERE attempt.list_id = recording.list_id
        AND attempt.contact_id = recording.contact_id AND attempt.attempt = recording.attempt);
