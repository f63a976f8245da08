-- What a file that was handed in is for: 'list', or 'suppression'.
ALTER TABLE upload ADD COLUMN purpose {text} NOT NULL DEFAULT 'list';

-- The number that the calls of a campaign show to whoever is called.
ALTER TABLE campaign ADD COLUMN caller_id {int};
