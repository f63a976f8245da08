# Geblokkeerde nummers
locked-title = Geblokkeerde nummers
locked-what = Nummers die de telefonieaanbieder blokkeert kunnen vanaf hier niet worden gebeld, in welke lijst ze ook staan. Een contact zonder ander nummer wordt afgesloten.
locked-prefix = Nummer, of het begin ervan
locked-note = Waarom
locked-add = Blokkeren
locked-remove = Niet meer geblokkeerd
locked-wrong = Schrijf 2 tot 15 cijfers met het landnummer, zoals +31 900.
