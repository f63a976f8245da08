-- On which ground a contact may be called, as it came in: what changed since is in its body.
ALTER TABLE contact ADD COLUMN consent {text};
