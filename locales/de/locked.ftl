# Gesperrte Nummern
locked-title = Gesperrte Nummern
locked-what = Nummern, die der Telefonanbieter sperrt, können von hier nicht angerufen werden, in welcher Liste sie auch stehen. Ein Kontakt ohne andere Nummer wird abgeschlossen.
locked-prefix = Nummer oder ihr Anfang
locked-note = Warum
locked-add = Sperren
locked-remove = Nicht mehr gesperrt
locked-wrong = 2 bis 15 Ziffern mit der Landesvorwahl schreiben, etwa +31 900.
