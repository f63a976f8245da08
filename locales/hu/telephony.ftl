# Hogyan bírja a központ, a vonalak és a tároló.
telephony-title = Telefónia
telephony-none = Nincs telefonközpont
telephony-none-remedy = Nem lehet tárcsázni. Indítsa a programot az --asterisk vagy, kipróbáláshoz, az --exchange simulated kapcsolóval.
telephony-today = Ma
telephony-since = { $at } óta, a program indulásától
telephony-exchange = Központ és trönk
telephony-connection = Kapcsolat
telephony-connected = kapcsolódva
telephony-lost = nem érhető el
telephony-reconnects = { $n ->
    [one] { $n } alkalommal állt helyre
    *[other] { $n } alkalommal állt helyre
}
telephony-up = Élő hívások
telephony-dialling = tárcsáz
telephony-ringing = kicsöng
telephony-talking = beszélget
telephony-attempts = Próbálkozások
telephony-asr-what = Answer-seizure ratio: a trönkön indított hívások mekkora részét vették fel
telephony-acd-what = Average call duration: a felvett hívások átlagos hossza
telephony-set-up = Felépítés
telephony-bridged = Fogadástól kapcsolásig
telephony-shares = A hívások fele nem tartott tovább · 100-ból 99 nem tartott tovább. Az idők, és hogy egy központ hányszor tért vissza, a program indulása óta számítanak.
telephony-ms = { $n } ms
telephony-keeps-up = Válaszidők
telephony-what = Mit mérünk
telephony-half = Fele ezen belül
telephony-most = 99 % ezen belül
telephony-behind = A vonal jelzésétől a rögzítésig
telephony-writes = Írás az adatbázisba
telephony-unrecorded = rögzítésre vár:
telephony-callers = várakozó hívók:
telephony-metrics = A felügyelő programok az összes számot read:metrics jogú tokennel olvassák itt:
