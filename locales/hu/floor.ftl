# A terem: operátorok, kampányok, üzenetek, kampányrács.
floor-title = Terem
floor-messages = Üzenetek
floor-grid = Kampányrács
floor-settings = Mikor figyelmeztessen
floor-wide = Teljes képernyő
floor-narrow = Normál nézet
floor-alerts = Ami figyelmet kér
floor-no-alerts = Semmi nem kér figyelmet.
floor-totals = Mindenki együtt
floor-trend = Az utolsó óra, 5 percenként
floor-trend-told = Az utolsó órában: { $attempts } kísérlet, { $live } beszélgetés, { $positive } pozitív.
floor-no-campaigns = Nincs nyitott kampány
floor-no-campaigns-remedy = Indítson kampányt, és kapcsoljon hozzá listát; itt fog megjelenni.
floor-paused = szünetel
floor-link-off = a lista ki van kapcsolva
floor-stock-now = most hívható
floor-stock-today = ma később
floor-stock-later = a mai nap után
floor-open = nyitott összesen
floor-no-lists = Nincs hozzákapcsolt lista.
floor-agents = Operátorok
floor-nobody = Senki nem felel meg. Válasszon más kampányt vagy fázist.
floor-no-agents-at-all = Még nincs operátor. Vegyen fel munkahellyel rendelkező felhasználót.
floor-phase = Tevékenység
floor-since = Ideje
floor-seen = Utoljára látva
floor-at-work = munkában
floor-attempts-today = kísérlet ma
floor-live-today = beszélgetés ma
floor-positive-today = pozitív ma
floor-live-hour = beszélgetés / óra
floor-positive-hour = pozitív / óra
floor-assigned = { $n ->
    [one] { $n } operátor
    *[other] { $n } operátor
}
floor-closed = { $n } lezárt
floor-at-limit = ebből { $n } korlát miatt
phase-out = kijelentkezve
phase-break = szünet
phase-ready = várakozik
phase-reserved = előnézet
phase-dialling = tárcsáz
phase-talking = beszél
phase-wrap-up = utómunka
held-now = most hívható
held-now-remedy = A következő kész operátor kapja meg őket a kínálás sorrendjében.
held-not-due = még nem esedékes
held-not-due-remedy = Eljön az idejük: új kísérlet vagy visszahívás van kitűzve.
held-law = a törvényes hívásidőn kívül
held-law-remedy = Ebben az órában a törvény szerint nem hívhatók, a saját órájuk szerint.
held-roster = a hívásrendjükön kívül
held-roster-remedy = A saját hívásrendjük más órákat enged. A kapcsolat oldalán állítható.
held-resting = pihen két hívás között
held-resting-remedy = Most hívták vagy adták vissza őket, vagy ma már túl sokszor.
held-reserved = a felelősnek fenntartva
held-reserved-remedy = Csak a felelősnek kínáljuk fel. A kapcsolat oldalán másnak is adható.
held-in-hand = operátor kezében
held-in-hand-remedy = Valaki dolgozik rajtuk. Ami elakadt, az operátor oldalán vehető vissza.
held-suspended = felfüggesztve
held-suspended-remedy = Levélre, személyre vagy szakaszra várnak. A kapcsolat oldalán folytatható.
held-never = nincs több száma vagy órája
held-never-remedy = Minden szám lezárt, vagy a hívásrend és a törvény sosem esik egybe. Vegyen fel számot, vagy módosítsa a hívásrendet.
held-filtered = a szűrő nem választotta
held-filtered-remedy = A kampány kapcsolatának szűrője kihagyja őket.
held-overdue = lejárt visszahívások
held-overdue-remedy = A megbeszélt idő elmúlt. A legrégebbiek elöl.
floor-held-title = A szám mögötti kapcsolatok
held-nobody = Már senki
held-nobody-remedy = Továbbléptek, mióta a szám megjelent.
alert-no-line = Nincs csatlakoztatott telefonközpont: nem lehet tárcsázni.
alert-exchange-gone = A(z) { $place } telefonközpont nem érhető el: az új hívások a többin mennek.
alert-no-links = { $name }: fut, de nem kínál listát
alert-no-agents = { $name }: fut, de senki sem dolgozik rajta
alert-no-stock = { $name }: most nincs mit hívni
alert-stock = { $n ->
    [one] { $name }: a készlet még { $n } percig elég
    *[other] { $name }: a készlet még { $n } percig elég
}
alert-overdue = { $n ->
    [one] { $name }: { $n } visszahívás késik, { $at } óta
    *[other] { $name }: { $n } visszahívás késik, a legrégebbi { $at } óta
}
alert-wrap-up = { $n ->
    [one] { $name }: { $n } perce utómunkában
    *[other] { $name }: { $n } perce utómunkában
}
alert-break = { $n ->
    [one] { $name }: { $n } perce szünetel
    *[other] { $name }: { $n } perce szünetel
}
alert-silent = { $n ->
    [one] { $name }: { $n } perce nincs hír a munkahelyről
    *[other] { $name }: { $n } perce nincs hír a munkahelyről
}
floor-did-message = Üzenet elküldve.
floor-did-move = Kampány módosítva.
floor-did-break = Szünet beállítva.
floor-did-ready = Készre állítva.
floor-did-out = Kijelentkeztetve.
floor-did-unlock = Kapcsolat visszavéve.
floor-did-end = A munkamenet véget ért, vagy a kézben lévő kapcsolat után véget ér.
floor-did-grid = Kampányrács módosítva.
floor-did-thresholds = Figyelmeztetések módosítva.
floor-campaign-unknown = Nincs ilyen kampány. Válasszon a listából.
floor-refused-out = Ez az operátor nincs bejelentkezve: ezt csak ő maga teheti meg.
floor-message = Üzenet küldése
message-text = Szöveg
message-hint = Legfeljebb 500 karakter. A munkahelyen marad, amíg el nem olvassák.
message-empty = Írjon valamit.
message-long = Túl hosszú: legfeljebb 500 karakter.
message-send = Küldés
message-whom = Kinek
message-all = Mindenki
message-campaign = Egy kampány összes operátora
message-chosen = Ezek az operátorok
message-nobody = Válasszon legalább egy operátort.
message-sent = Elküldve az utolsó 24 órában
message-none = Még semmi.
message-read = olvasta
message-unread = még nem olvasta
message-to = { $n ->
    [one] { $n } operátornak
    *[other] { $n } operátornak
}
floor-move = Áthelyezés másik kampányba
floor-move-alone = és semmi másba
floor-move-do = Áthelyezés
floor-move-hint = A kézben lévő kapcsolat a kódolásig marad; a következő már onnan jön.
floor-break-kind = Szünet fajtája
floor-break-do = Szünet beállítása
floor-ready-do = Készre állítás
floor-break-hint = Kézben lévő kapcsolatnál a szünet a kódolás után kezdődik. A kész visszavonja azt is, ami vár.
floor-intervene = Beavatkozás
floor-unlock = Kapcsolat visszavétele
floor-end = Munkamenet befejezése
floor-now = Most
floor-unread = { $n } olvasatlan
floor-works-for = Ezeken dolgozik
floor-works-for-none = Nincs kampány: semmit sem kínálunk.
floor-log = Amit a szupervizorok tettek
floor-log-none = Még semmi.
floor-unlock-title = Kapcsolat visszavétele
floor-unlock-what = { $agent } kezében van:
floor-unlock-nothing = { $agent } kezében nincs semmi
floor-unlock-stale = Ez a kapcsolat már nincs ennél az operátornál. Semmi sem változott.
floor-end-title = Munkamenet befejezése
floor-end-nothing = { $agent } nincs bejelentkezve
floor-end-after = { $agent } kijelentkezik, amint a kézben lévő kapcsolat elkészült.
floor-end-now = { $agent } azonnal kijelentkezik.
floor-end-sessions = { $n ->
    [one] Ezután { $n } böngésző kijelentkezik.
    *[other] Ezután { $n } böngésző kijelentkezik.
}
floor-end-hint = Ha azonnal kell, előbb vegye vissza a kapcsolatot.
threshold-title = Figyelmeztetés, ha …
threshold-stock = a készlet nem tart tovább, mint (perc)
threshold-wrap-up = egy operátor tovább végez utómunkát, mint (perc)
threshold-silent = egy munkahelyről nincs hír régebb óta, mint (perc)
threshold-overdue = egy visszahívás többet késik, mint (perc)
threshold-wrong = Írjon egész percet, 1 és 1440 között.
threshold-hint = A szünetek fajtájuk szerint figyelmeztetnek: mindegyik megmondja, hány perc után.
grid-works = dolgozik
grid-callbacks = csak visszahívás
grid-today = csak ma
grid-tomorrow = csak holnap
grid-none = nem
grid-saved = Mentve. Aki várakozik, azonnal eszerint kap ajánlatot.
grid-empty = Nincs mit bejelölni
grid-empty-remedy = Kell egy nyitott kampány és egy megfelelő operátor.
grid-hint = Jelölje be, ki min dolgozik. Semmi sem mentődik, amíg nem látta a változásokat.
grid-row = Teljes sor
grid-column = Teljes oszlop
grid-look = Változások megtekintése
grid-template = Sablon
grid-apply = Alkalmazás
grid-keep-as = A jelölések mentése így
grid-forget-ask = Törli a(z) { $name } sablont? Senki munkája nem változik.
grid-name-remedy = A sablonhoz 1–80 karakteres név kell.
grid-stale = Közben valaki módosította a rácsot. Semmi sem mentődött; nézze meg újra.
floor-grid-look = Mi változik
grid-nothing = Semmi sem változna
grid-changes = { $n ->
    [one] { $n } változás
    *[other] { $n } változás
}
grid-was = Most
grid-is = Utána
grid-save-hint = A kézben lévő kapcsolat a kódolásig marad.
desk-messages = Üzenetek a szupervizortól
desk-messages-read = Elolvasva
