# Zárolt számok
locked-title = Zárolt számok
locked-what = A szolgáltató által zárolt számok innen nem hívhatók, bármelyik listán állnak. Az a kapcsolat, amelynek nincs más száma, lezárul.
locked-prefix = Szám vagy a kezdete
locked-note = Miért
locked-add = Zárolás
locked-remove = Már nem zárolt
locked-wrong = Írjon 2–15 számjegyet az országkóddal, például +31 900.
