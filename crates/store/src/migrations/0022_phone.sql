-- On which phone an agent talks: an account on the exchange, or a number with its plus.
ALTER TABLE agent ADD COLUMN phone {text};

CREATE UNIQUE INDEX agent_phone ON agent (phone) WHERE phone IS NOT NULL;
