# The page at the end of a link by which somebody says: do not call me.
optout-title = Bel mij niet
optout-ask = Wilt u niet meer gebeld worden op het nummer dat eindigt op { $end }?
optout-ask-person = Wilt u niet meer gebeld worden?
optout-behalf = Het gaat om telefoontjes in opdracht van { $name }.
optout-do = Bel mij niet meer
optout-done = Gelukt. Vanaf nu wordt u niet meer gebeld.
optout-broken = Deze link werkt niet. Misschien is er een stuk weggevallen: kopieer de hele link uit het bericht, of beantwoord dat bericht.
optout-old = Deze link is te oud. Beantwoord het bericht waarin hij stond: dan wordt u niet meer gebeld.
optout-too-many = Er kwamen van hier te veel links die niet werken. Wacht 15 minuten, of beantwoord het bericht waarin de link stond.
