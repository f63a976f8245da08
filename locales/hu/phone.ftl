# Telefon az ügynök böngészőjében.
phone-title = Telefon
phone-connecting = Kapcsolódás …
phone-ready = Készen áll
phone-call = Beszélgetésben
phone-echo = Próba: saját magát hallja
phone-lost = A kapcsolat megszakadt; újra próbálkozik
phone-refused = A központ elutasítja ezt a telefont: forduljon a szupervizorhoz
phone-deaf = Nincs mikrofon: engedélyezze a böngészőben, vagy csatlakoztasson egyet, majd kapcsolódjon újra
phone-elsewhere = A böngésző másik lapján
phone-microphone = Mikrofon
phone-level = Hangerő
phone-speaker = Hangszóró
phone-test = Saját hang meghallgatása
phone-again = Újrakapcsolódás
