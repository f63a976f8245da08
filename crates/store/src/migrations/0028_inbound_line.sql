-- By what a call that came in is known on the exchange: a program that starts anew finds it again.
ALTER TABLE inbound_call ADD COLUMN line {text};

CREATE INDEX inbound_call_line ON inbound_call (line) WHERE line IS NOT NULL;
