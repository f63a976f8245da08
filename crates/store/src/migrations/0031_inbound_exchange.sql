-- With which of several exchanges somebody who calls is: only whose phone is there, too, can take her.
ALTER TABLE inbound_call ADD COLUMN exchange {text};
