# Mit mond egy katalógus ellenőrzése: mi hibás és miért, és mit kell helyette írni.
finding-no-codes = a katalógusban nincs egy sem, így semmi, ami történik, nem kaphat kódot
finding-no-codes-do = adjon hozzá legalább egy `[[disposition]]` rekordot
finding-own-language = `{ $language }` nincs a nyelvek között, így a megnevezéseknek és billentyűknek nincs mihez visszanyúlniuk
finding-own-language-do = írja be ezek egyikét: { $languages }
finding-no-trigger = `{ $word }` nem kiváltó ok: ilyen néven soha semmi nem történik
finding-no-trigger-do = a lista zárt: lásd docs/GLOSSARY.md
finding-taken = `{ $value }` már `{ $other }` sajátja: nem lehetne tudni, melyikről van szó
finding-taken-do = adjon a kettő egyikének más { $field } értéket
finding-reserved = fenntartott: a termék magának tartja meg, és a kimutatások összekevernék a kettőt
finding-reserved-do = válasszon olyan kódot, amely nincs a `reserved` listában
finding-unanswered = egyik kód sem válaszol erre: `{ $trigger }`; ha bekövetkezik, a kísérlet kód nélkül marad
finding-unanswered-do = vegye fel egy kód `on` mezőjébe: "{ $trigger }"
finding-unanswered-near = egyik kód sem válaszol erre: `{ $trigger }`; ha bekövetkezik, a kísérlet kód nélkül marad
finding-unanswered-near-do = vegye fel egy kód `on` mezőjébe: "{ $trigger }"; jelentés szerint `{ $near }` áll hozzá legközelebb
finding-leaves-open = erre válaszol: `{ $trigger }`, és nyitva hagyja az ügyfelet: tovább hívnánk, pedig nem szabad
finding-leaves-open-do = írja be: `kind = "final"` az egész ügyfélre, vagy válaszoljon rá másutt
finding-no-label = nincs megnevezése ezen a nyelven: `{ $language }`; aki ezt olvassa, a puszta kódot látja
finding-no-label-do = írja be: `{ $language } = "…"`
finding-no-such-group = `{ $group }` nem csoportja ennek a katalógusnak: a kód semmilyen cím alatt és egyetlen csoportos kimutatásban sem állna
finding-no-such-group-do = írja be egy meglévő kulcsát, vagy adjon hozzá ilyen kulcsú `[[group]]` rekordot
finding-no-meaning = `{ $meaning }` nem csomópontja a jelentésfának: más katalógus szavaival a kód semmi sem lenne
finding-no-meaning-do = válasszon egyet innen: catalogues/meanings.toml
finding-out-of-band = { $priority } kívül esik a sávján: az ügyfelek egy másik sávba keverednének
finding-out-of-band-do = írjon számot { $low } és { $high } között
finding-near-figure = csak 1, 3, 4 és 6 létezik: a pontszám mást nem ismer
finding-near-figure-do = írja be ezek egyikét
finding-near = a csoportja megkérdezi, milyen közel volt az illetékes, és ebből lesz a pontszám
finding-near-do = írjon 1 (nem volt kapcsolat), 3 (nem az illetékes), 4 (az illetékes) vagy 6 (ugyanaz, rögzített időpontban) értéket
finding-no-follow-up = az ügyfél azonnal újra sorra kerülne, örökké
finding-no-follow-up-do = írja be: `follow_up = {"{"} expression = "…" {"}"}`
finding-roster-halves = a `change` és a `roster_lines` összetartozik: egyik a másik nélkül semmit sem változtat
finding-roster-halves-do = írja be mindkettőt, vagy egyiket sem
finding-no-credit = { $figure } nem számítható be: a kimutatás egy kísérletet többször számolna
finding-no-credit-do = írjon -1, 0 vagy 1 értéket
finding-no-period = `{ $period }` nem időtartam, így senki sem tudná, mikor ér véget
finding-no-period-do = írjon ISO 8601 szerinti időtartamot, például `P1Y`
finding-mail-screen = e-mailt küld, és nem nyit képernyőt: senki sem látná, mi megy ki, és milyen címre
finding-mail-screen-do = írja be: `pop_up = true`, vagy vegye ki a "mail" szót az `actions` mezőből
finding-group-setter = a(z) `{ $group }` csoportban nincs olyan kód, amelyet `{ $setter }` beállíthat
finding-group-setter-do = a `set_by` mezőbe csak ezt írja: { $allowed }, vagy használjon másik csoportot
finding-group-closed = a(z) `{ $group }` csoport nem vesz fel saját kódot: a meglévők módosíthatók, új nem adható hozzá
finding-group-closed-do = használjon másik csoportot
finding-group-twice = `{ $group }` kétszer szerepel: a kimutatások nem tudnák, melyik megnevezést mutassák
finding-group-twice-do = adjon a kettő egyikének másik kulcsot
finding-cause-twice = `{ $cause }` kétszer szerepel: nem lehetne tudni, melyik ismétlés érvényes
finding-cause-twice-do = adjon a kettő egyikének másik kódot
finding-cause-unknown = `{ $cause }` nem oka ennek a katalógusnak: az eredmény és ok párjából hiányozna a második fél
finding-cause-unknown-do = írja be valamelyik `[[cause]]` kódját
finding-cause-meaning = `{ $meaning }` (`{ $cause }`) nem csomópontja a jelentésfának
finding-cause-meaning-do = válasszon egyet innen: catalogues/meanings.toml
finding-cause-word = `{ $word }` a(z) `{ $cause }` ok `on` mezőjében nem kiváltó ok: ilyen néven soha semmi nem történik
finding-cause-word-do = a lista zárt: lásd docs/GLOSSARY.md
finding-cause-sign = `{ $sign }` (`{ $cause }`) nem jel: sem a hálózat, sem a felismerő nem mondja soha
finding-cause-sign-do = írjon `q850.1`, `sip.404` alakút, vagy ezek egyikét: { $signs }
finding-unreachable = senki sem állíthatja be, és semmire sem válaszol: sosem áll ügyfélnél, és minden kimutatás 0-t mutat
finding-unreachable-do = adja meg, ki állítja be, például `set_by = ["agent"]`, vagy mire válaszol az `on` mezőben; vagy törölje
finding-note-screen = jegyzetet kér, de képernyő nélkül nem írható: soha senki nem állíthatja be a kódot
finding-note-screen-do = írja be: `pop_up = true`, vagy vegye ki a "note" szót a `requires` mezőből
finding-fixed-date = olyan dátumot kér, amelyet senki sem választhat (ReadOnly=1): soha senki nem állíthatja be a kódot
finding-fixed-date-do = vegye ki a `ReadOnly=1` elemet a kifejezésből, vagy a "date" szót a `requires` mezőből
finding-nobody-asks = egyik képernyő sem kéri: ügynök nem állíthatja be a kódot, és ami beállítja, nem tölt ki semmit
finding-nobody-asks-do = vegye fel az "agent" szót a `set_by` mezőbe, vagy törölje a `requires` mezőt
finding-circling = semmilyen korlát nem vet véget neki: a soha el nem ért ügyfelet örökké hívjuk, amíg a törvény számlálója meg nem állítja
finding-circling-do = írja be: `max_run = 8`, vagy adja meg a `cold_count` vagy `total` értéket a `[limits]` alatt
finding-circling-callback = visszahívás után semmilyen korlát nem vet véget neki: a többé el nem ért ügyfelet örökké hívjuk, amíg a törvény számlálója meg nem állítja
finding-circling-callback-do = írja be: `max_run = 8`, vagy adja meg a `callback_count` vagy `total` értéket a `[limits]` alatt
finding-circling-owner = amint az illetékest elértük, nincs többé korlát: a többé el nem ért ügyfelet örökké hívjuk, amíg a törvény számlálója meg nem állítja
finding-circling-owner-do = írja be: `max_run = 8`, vagy mondja meg az `accepted` mezőben, miért a gazdája dönt
finding-stage-list = szakaszba visszaengedi az ügyfelet, a listába nem, így a szakasz választása sosem jelenik meg
finding-stage-list-do = írja be: `reopen = ["list", "stage"]`
finding-no-success = egyetlen ügynök sem rögzíthet sikert: minden kimutatás 0 pozitívat mutat
finding-no-success-do = adjon hozzá kódot `set_by = ["agent"]` és `credit = {"{"} client = 1, … {"}"}` mezőkkel
finding-no-failure = egyetlen ügynök sem zárhat le ügyfelet siker nélkül: aki nemet mond, azt újra hívjuk
finding-no-failure-do = adjon hozzá kódot `set_by = ["agent"]`, `kind = "final"` mezőkkel, beszámítás nélkül
finding-no-objection = egyetlen ügynök sem rögzítheti, hogy valaki nem akar több hívást, amire a törvény mindenkinek jogot ad
finding-no-objection-do = adjon hozzá kódot `set_by = ["agent"]`, `kind = "final"` és `suppress = {"{"} subject = "number", … {"}"}` mezőkkel
finding-two-defaults = `{ $node }` képviselője `{ $other }` mellett: e katalógus szavaival mások kódjai egyiket sem kapják
finding-two-defaults-do = a `canonical = true` csak az egyiknél maradjon
finding-accepted-idle = elfogadja ezt: `{ $finding }`, de ilyen nevű észrevétel itt már nincs
finding-accepted-idle-do = vegye ki az `accepted` mezőből
finding-column-to-call = lezárja az ügyfelet, a „hívandó” pedig csak nyitottakat tartalmaz: a listakimutatás egyik oszlopában sem számolja
finding-column-to-call-do = írja be: `report_column = "drop_out"`, vagy azt az oszlopot, ahová tartozik
finding-column-positive = a listakimutatásban „pozitív” alatt áll, de az ügyfélnek nem számít: a két szám eltér
finding-column-positive-do = írja be: `credit = {"{"} client = 1, … {"}"}`, vagy válasszon másik oszlopot
finding-column-elsewhere = az ügyfélnek számít, de nem „pozitív” alatt áll: a listakimutatás kevesebb sikert mutat, mint amennyi beszámított
finding-column-elsewhere-do = írja be: `report_column = "positive"`, vagy `client = 0`
finding-no-column = lezárja az ügyfelet, és egyik oszlophoz sem tartozik: a listakimutatás sehol sem számolja
finding-no-column-do = adja hozzá: `report_column = "drop_out"`, `"no_interest"` vagy `"positive"`
finding-group-kind = a(z) { $group } csoportot `{ $promised }` fajtának olvassák, a kód pedig `{ $kind }`: a csoportos statisztika mégis ott számolja
finding-group-kind-do = tegye a fajtájának csoportjába, vagy írja be: `kind = "{ $promised }"`
finding-group-reserved = a(z) { $group } csoport a beszámító kódoké, ez pedig nem számít be: a csoportos statisztika mégis úgy olvassa
finding-group-reserved-do = írjon 1 vagy -1 értéket, vagy használjon másik csoportot
finding-never-meet = az időrácsnak és { $country } törvényének nincs közös órája: aki ezt kapja, többé sosem kerül sorra
finding-never-meet-do = engedjen meg olyan órát, amelyet a törvény nyitva hagy: lásd `dispo law show`
finding-never-falls = `{ $expression }` sosem esik olyan időre, amikor az időrács és { $country } törvénye engedi a hívást: minden alkalommal eltolódik
finding-never-falls-do = írjon ezen belüli időt vagy sávot, vagy hagyja el az időt
finding-laid-unknown = nem kódja a katalógusnak, így semmi sem tehető rá
finding-laid-unknown-do = hagyja el
finding-laid-hidden = az ügynökök amúgy sem választhatják
finding-laid-hidden-do = hagyja el
finding-laid-follow-up = a katalógusban nem hív újra, így nincs módosítható várakozás
finding-laid-follow-up-do = hagyja el, vagy válasszon újrahívó kódot
finding-laid-retry = nem ismételt oka a katalógusnak, így nincs módosítható ismétlés
finding-laid-retry-do = hagyja el, vagy adjon az oknak `retry` mezőt a katalógusban
finding-no-key = `{ $key }` nem billentyű
finding-no-key-do = írjon egy betűt a és z között
finding-key-taken = `{ $key }` már `{ $other }` billentyűje
finding-key-taken-do = válasszon másik betűt
finding-no-figure = `{ $text }` nem olvasható
finding-no-figure-do = írjon számot 0 és 999 között
finding-one-letter = `{ $text }` nem olvasható
finding-one-letter-do = írjon egy betűt
finding-no-expression = `{ $text }` nem olvasható
finding-no-expression-do = írjon kifejezést, például `TimeAdd=30m` vagy `DateAdd=1d, Time=9:00`
finding-no-length = `{ $text }` nem olvasható
finding-no-length-do = írjon időtartamot, például 30m, 2h vagy P1D
finding-syntax = { $message }: ami utána áll, nem olvasható
finding-syntax-do = írjon `kulcs = érték` alakot, a szövegeket idézőjelben
finding-no-record = nem rekord
finding-no-record-do = kezdje mindegyiket külön sorban ezzel: `[[{ $name }]]`
finding-unread = { $message }
finding-unread-do = a mezők és értékeik itt állnak: docs/catalogue.md
finding-missing = { $message }: minden ilyen rekordnak szüksége van rá
finding-missing-do = adja hozzá: `{ $field } = …`
finding-never-falls-roster = `{ $expression }` sosem esik olyan időre, amikor az időrács engedi a hívást: minden alkalommal eltolódik
finding-never-falls-roster-do = írjon ezen belüli időt vagy sávot, vagy hagyja el az időt
finding-line = { $line }. sor
finding-no-reasons = okot kér, de nincs miből választani: soha senki nem állíthatja be a kódot
finding-no-reasons-do = írja be: `reasons = [{"{"} key = "price", label = {"{"} … {"}"} {"}"}]`, vagy vegye ki a "reason" szót a `requires` mezőből
finding-reasons-unasked = senkitől sem kérik, így az okok sosem jelennek meg
finding-reasons-unasked-do = írja be: `requires = ["reason"]`, vagy vegye ki őket
finding-reason-key = a(z) `{ $key }` kulcs üres vagy kétszer szerepel: a kimutatások két okot kevernének össze
finding-reason-key-do = adjon minden oknak saját kulcsot
finding-reason-label = `{ $key }` kulcsnak nincs megnevezése ezen a nyelven: `{ $language }`; aki ezt olvassa, a puszta kulcsot látja
finding-reason-label-do = írja be: `{ $language } = "…"`
