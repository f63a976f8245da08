# Das Telefon im Browser des Agenten.
phone-title = Telefon
phone-connecting = Wird verbunden …
phone-ready = Bereit
phone-call = Im Gespräch
phone-echo = Test: Sie hören sich selbst
phone-lost = Verbindung verloren; es wird erneut versucht
phone-refused = Die Anlage weist dieses Telefon ab: fragen Sie Ihren Supervisor
phone-deaf = Kein Mikrofon: im Browser erlauben oder anschließen, dann neu verbinden
phone-elsewhere = In einem anderen Tab dieses Browsers
phone-microphone = Mikrofon
phone-level = Pegel
phone-speaker = Lautsprecher
phone-test = Sich selbst hören
phone-again = Neu verbinden
