# Számok, amelyeket nem szabad hívni.
suppressions-title = Tiltólista
suppressions-look-up = Szám, e-mail-cím vagy tartomány keresése
suppressions-number = Szám, e-mail-cím vagy tartomány
suppressions-number-wrong = Ez se nem szám, se nem e-mail-cím, se nem tartomány. A számot országával írja, például +31 20 123 4567.
suppressions-until-wrong = Ez nem jövőbeli nap. Válasszon a naptárból, vagy hagyja üresen.
suppressions-none = Ezt külön senki sem tiltotta le.
suppressions-registers = Nyilvántartások
suppressions-register = Nyilvántartás
suppressions-no-register = Még nincs nyilvántartás
suppressions-no-register-remedy = Importáljon egyet fájlból.
suppressions-found = Ez a szám
suppressions-is-in = benne van
suppressions-is-not-in = nincs benne
suppressions-as-of = Állapot
suppressions-age = Kora
suppressions-numbers = Számok
suppressions-where = Hol
suppressions-source = Forrás
suppressions-imported = Beolvasva
suppressions-closing = a kapcsolatok lezárása folyamatban
suppressions-reason = Ok
suppressions-since = Mióta
suppressions-until = Meddig
suppressions-for-good = végleg
suppressions-last-day = Utolsó nap
suppressions-person = Egy személy, e-mail-cím alapján
suppressions-domain-wrong = Ez nem egyetlen cég tartománya. Ahol sokaknak van címük, az egyes címet tiltsa le.
suppressions-first-day = Első nap
suppressions-from-wrong = Ez nem nap. Válasszon egyet a naptárból, vagy hagyja üresen.
suppressions-of = { $name } összes kampánya
suppressions-advertisers = Hirdetők
suppressions-campaigns = Kampányok
suppressions-falls-back = a hirdetőre szólt, de nem volt megadva
suppressions-add = Valaki letiltása
suppressions-add-do = Letiltás
suppressions-lift = Feloldás
suppressions-lift-ask = Feloldja? { $number } ezután újra hívható.
suppressions-why = Miért oldja fel
suppressions-why-empty = Írja le, miért oldja fel: az okot megőrizzük.
suppressions-lifted = Feloldva
suppressions-lifted-at = Feloldás ideje
suppressions-lifted-by = Feloldotta
suppressions-days = { $n } nap
suppressions-file-title = Fájl importálása
suppressions-file-hint = CSV, szöveg, XLSX, XLS vagy ODS telefonszámokkal, e-mail-címekkel vagy tartományokkal, legfeljebb { $largest } MB. A megerősítés előtt semmi nem íródik be.
suppressions-file-names = Amit ez az oszlop megnevez:
suppressions-file-names-number = Telefonszámok
suppressions-file-names-person = E-mail-címek
suppressions-file-names-domain = Tartományok
suppressions-file-names-any = Vegyesen, megkülönböztetjük
suppressions-file-names-nothing = Kihagyandó
suppressions-file-columns-none = Egyik oszlop sem nevez meg senkit: válassza ki, melyikben vannak számok, e-mail-címek vagy tartományok. Egy nyilvántartás csak számokat fogad.
suppressions-file-country = Az ország nélküli számok innen valók
suppressions-file-becomes = Mi legyen velük
suppressions-file-what = A fájl tartalma
suppressions-file-each = akiket nem szabad hívni: mindegyik tiltva lesz, amíg valaki fel nem oldja
suppressions-file-full = egy teljes nyilvántartás: ami nincs benne, kikerül a nyilvántartásból
suppressions-file-add = nyilvántartásba bekerült számok
suppressions-file-remove = nyilvántartásból kikerült számok
suppressions-file-register = A nyilvántartás neve
suppressions-file-register-empty = Nevezze meg a nyilvántartást 1–80 karakterrel.
suppressions-file-register-unknown = Ilyen nyilvántartás még nincs: importálja előbb az egészet, vagy válasszon meglévőt.
suppressions-file-as-of = A fájl napja
suppressions-file-as-of-wrong = Ez nem mai vagy korábbi nap. Válasszon a naptárból, vagy hagyja üresen a beadás pillanatához.
suppressions-file-check = Mi történne?
suppressions-file-change = Másképp megadás
suppressions-file-nobody = A fájl senkit sem nevez meg, akit tiltani lehetne.
suppressions-file-nothing-new = Akiket a fájl megnevez, már mind itt vannak.
suppressions-file-half = { $n ->
    [one] { $n } hiba: ami nem olvasható, kimaradna. Javítsa a fájlt, vagy csak a többit importálja.
   *[other] { $n } hiba: ami nem olvasható, kimaradna. Javítsa a fájlt, vagy csak a többit importálja.
}
suppressions-file-not-asked = A fájl egy része nem olvasható. Semmi sem kerül be, hacsak nem kéri csak a többit.
suppressions-file-do = { $n ->
    [one] { $n } bejegyzés importálása
   *[other] { $n } bejegyzés importálása
}
suppressions-file-do-good = { $n ->
    [one] Csak az olvasható { $n } importálása
   *[other] Csak az olvasható { $n } importálása
}
suppressions-file-back = Az összes tiltáshoz
suppressions-count-rows = sor
suppressions-count-numbers = telefonszám
suppressions-count-persons = e-mail-cím
suppressions-count-domains = tartomány
suppressions-count-repeated = többször megnevezve
suppressions-count-known = már itt van
suppressions-count-leaving = kikerülne a nyilvántartásból
suppressions-count-total = lenne a nyilvántartásban
suppressions-count-new = lenne új
suppressions-count-closing = nyitott kontakt zárulna le
suppressions-count-all = most benne van
suppressions-count-added = új
suppressions-count-left = kikerült a nyilvántartásból
suppressions-count-closed = nyitott kontakt lezárva
suppressions-export = Mind CSV-ben
suppressions-register-do = Teendő
suppressions-register-export = { $name } CSV-ben
suppressions-withdraw = Visszavonás
suppressions-withdraw-title = Visszavonja ezt a nyilvántartást?
suppressions-withdraw-of = { $name } visszavonása
suppressions-withdraw-what = { $n ->
    [one] { $n } szám van benne, amely ezután újra hívható, ha más nem tiltja. A lezárt kontaktok zárva maradnak.
   *[other] { $n } szám van benne, amelyek ezután újra hívhatók, ha más nem tiltja. A lezárt kontaktok zárva maradnak.
}
suppressions-withdraw-law = Ahol a törvény ezt a nyilvántartást kéri, senki sem hívható, amíg újra nem importálják.
