# Was die Prüfung eines Katalogs sagt: was falsch ist und warum, und was stattdessen zu schreiben ist.
finding-no-codes = der Katalog hat keine, also kann nichts, was geschieht, einen Code bekommen
finding-no-codes-do = mindestens ein `[[disposition]]` hinzufügen
finding-own-language = `{ $language }` ist keine seiner Sprachen, also haben Bezeichnungen und Tasten keinen Rückhalt
finding-own-language-do = eine von { $languages } schreiben
finding-no-trigger = `{ $word }` ist kein Auslöser: unter diesem Namen geschieht nie etwas
finding-no-trigger-do = die Liste ist geschlossen: siehe docs/GLOSSARY.md
finding-taken = `{ $value }` gehört schon `{ $other }`: welcher von beiden gemeint ist, wäre nicht zu sagen
finding-taken-do = einem von beiden etwas anderes für { $field } geben
finding-reserved = ist reserviert: das Produkt behält ihn für sich, und Berichte würden beide vermengen
finding-reserved-do = einen Code wählen, der nicht in `reserved` steht
finding-unanswered = kein Code antwortet auf `{ $trigger }`: geschieht es, bliebe der Versuch ohne Code
finding-unanswered-do = "{ $trigger }" beim `on` eines Codes hinzufügen
finding-unanswered-near = kein Code antwortet auf `{ $trigger }`: geschieht es, bliebe der Versuch ohne Code
finding-unanswered-near-do = "{ $trigger }" beim `on` eines Codes hinzufügen: `{ $near }` liegt der Bedeutung nach am nächsten
finding-leaves-open = antwortet auf `{ $trigger }` und lässt den Kontakt offen: er würde weiter angerufen, obwohl das nicht sein darf
finding-leaves-open-do = `kind = "final"` für den ganzen Kontakt schreiben oder anderswo darauf antworten
finding-no-label = hat keine Bezeichnung in `{ $language }`: wer diese Sprache liest, sieht den bloßen Code
finding-no-label-do = `{ $language } = "…"` schreiben
finding-no-such-group = `{ $group }` ist keine Gruppe dieses Katalogs: der Code stünde unter keiner Überschrift und in keinem Bericht nach Gruppen
finding-no-such-group-do = den Schlüssel einer vorhandenen schreiben oder eine `[[group]]` mit diesem Schlüssel hinzufügen
finding-no-meaning = `{ $meaning }` ist kein Knoten des Bedeutungsbaums: in den Worten eines anderen Katalogs wäre der Code keiner
finding-no-meaning-do = einen aus catalogues/meanings.toml wählen
finding-out-of-band = { $priority } liegt außerhalb seines Bandes: Kontakte kämen unter die eines anderen
finding-out-of-band-do = eine Zahl von { $low } bis { $high } schreiben
finding-near-figure = es gibt nur 1, 3, 4 und 6: der Punktestand kennt nichts anderes
finding-near-figure-do = eine davon schreiben
finding-near = seine Gruppe fragt, wie nahe der richtige Ansprechpartner war, und daraus entsteht der Punktestand
finding-near-do = 1 (kein Kontakt), 3 (nicht der Ansprechpartner), 4 (der Ansprechpartner) oder 6 (dasselbe, zu fester Zeit) schreiben
finding-no-follow-up = ein Kontakt wäre sofort wieder fällig, immerzu
finding-no-follow-up-do = `follow_up = {"{"} expression = "…" {"}"}` schreiben
finding-roster-halves = `change` und `roster_lines` gehören zusammen: eines ohne das andere ändert nichts
finding-roster-halves-do = beides oder keines schreiben
finding-no-credit = { $figure } kann nicht zählen: ein Bericht würde einen Versuch mehrfach zählen
finding-no-credit-do = -1, 0 oder 1 schreiben
finding-no-period = `{ $period }` ist keine Dauer, also könnte niemand sagen, wann sie endet
finding-no-period-do = eine Dauer nach ISO 8601 wie `P1Y` schreiben
finding-mail-screen = schickt eine E-Mail und öffnet keine Maske: niemand sähe, was hinausgeht und an welche Adresse
finding-mail-screen-do = `pop_up = true` schreiben oder "mail" aus `actions` nehmen
finding-group-setter = die Gruppe `{ $group }` hat keine Codes, die `{ $setter }` setzen darf
finding-group-setter-do = in `set_by` nur { $allowed } schreiben oder eine andere Gruppe nehmen
finding-group-closed = die Gruppe `{ $group }` nimmt keine eigenen Codes auf: was da ist, lässt sich anpassen, nichts hinzufügen
finding-group-closed-do = eine andere Gruppe nehmen
finding-group-twice = `{ $group }` steht zweimal da: Berichte wüssten nicht, welche Bezeichnung sie zeigen sollen
finding-group-twice-do = einer von beiden einen anderen Schlüssel geben
finding-cause-twice = `{ $cause }` steht zweimal da: welche Wiederholung gilt, wäre nicht zu sagen
finding-cause-twice-do = einer von beiden einen anderen Code geben
finding-cause-unknown = `{ $cause }` ist keine Ursache dieses Katalogs: dem Paar aus Ergebnis und Ursache fehlte die zweite Hälfte
finding-cause-unknown-do = den Code einer seiner `[[cause]]` schreiben
finding-cause-meaning = `{ $meaning }` von `{ $cause }` ist kein Knoten des Bedeutungsbaums
finding-cause-meaning-do = einen aus catalogues/meanings.toml wählen
finding-cause-word = `{ $word }` beim `on` von `{ $cause }` ist kein Auslöser: unter diesem Namen geschieht nie etwas
finding-cause-word-do = die Liste ist geschlossen: siehe docs/GLOSSARY.md
finding-cause-sign = `{ $sign }` von `{ $cause }` ist kein Zeichen: weder Netz noch Erkennung sagt es je
finding-cause-sign-do = `q850.1`, `sip.404` oder eines von { $signs } schreiben
finding-unreachable = niemand darf ihn setzen, und er antwortet auf nichts: er steht nie bei einem Kontakt, und jeder Bericht zeigt 0
finding-unreachable-do = hinzufügen, wer ihn setzt, etwa `set_by = ["agent"]`, oder worauf er in `on` antwortet; oder ihn entfernen
finding-note-screen = verlangt eine Notiz, und ohne Maske kann keine geschrieben werden: niemand kann den Code je setzen
finding-note-screen-do = `pop_up = true` schreiben oder "note" aus `requires` nehmen
finding-fixed-date = verlangt ein Datum, das niemand wählen darf (ReadOnly=1): niemand kann den Code je setzen
finding-fixed-date-do = `ReadOnly=1` aus dem Ausdruck oder "date" aus `requires` nehmen
finding-nobody-asks = keine Maske fragt danach: kein Agent darf den Code setzen, und was ihn setzt, füllt nichts aus
finding-nobody-asks-do = "agent" in `set_by` aufnehmen oder `requires` entfernen
finding-circling = keine Grenze beendet es: ein nie erreichter Kontakt wird immerzu angerufen, bis das Gesetz ihn zählt
finding-circling-do = `max_run = 8` schreiben oder `cold_count` oder `total` unter `[limits]` setzen
finding-circling-callback = nach einem Rückruf beendet es keine Grenze: ein nicht mehr erreichter Kontakt wird immerzu angerufen, bis das Gesetz ihn zählt
finding-circling-callback-do = `max_run = 8` schreiben oder `callback_count` oder `total` unter `[limits]` setzen
finding-circling-owner = sobald der Ansprechpartner erreicht war, gilt keine Grenze: ein nicht mehr erreichter Kontakt wird immerzu angerufen, bis das Gesetz ihn zählt
finding-circling-owner-do = `max_run = 8` schreiben oder in `accepted` sagen, warum sein Eigentümer entscheidet
finding-stage-list = lässt einen Kontakt in eine Stufe zurück und nicht in die Liste, also wird die Wahl der Stufe nie gezeigt
finding-stage-list-do = `reopen = ["list", "stage"]` schreiben
finding-no-success = kein Agent kann einen Erfolg festhalten: jeder Bericht zeigt 0 positive
finding-no-success-do = einen Code mit `set_by = ["agent"]` und `credit = {"{"} client = 1, … {"}"}` hinzufügen
finding-no-failure = kein Agent kann einen Kontakt ohne Erfolg schließen: wer nein sagt, wird wieder angerufen
finding-no-failure-do = einen Code mit `set_by = ["agent"]`, `kind = "final"` und ohne Wertung hinzufügen
finding-no-objection = kein Agent kann festhalten, dass jemand nicht mehr angerufen werden will, worauf das Gesetz jedem ein Recht gibt
finding-no-objection-do = einen Code mit `set_by = ["agent"]`, `kind = "final"` und `suppress = {"{"} subject = "number", … {"}"}` hinzufügen
finding-two-defaults = steht für `{ $node }` neben `{ $other }`: in den Worten dieses Katalogs bekommen fremde Codes keinen von beiden
finding-two-defaults-do = `canonical = true` bei einem davon lassen
finding-accepted-idle = nimmt `{ $finding }` hin, und etwas dieses Namens findet sich hier nicht mehr
finding-accepted-idle-do = es aus `accepted` nehmen
finding-column-to-call = schließt den Kontakt, und „anzurufen“ enthält nur offene: der Listenbericht zählt ihn in keiner Spalte
finding-column-to-call-do = `report_column = "drop_out"` oder die Spalte schreiben, in die er gehört
finding-column-positive = steht im Listenbericht unter „positiv“ und zählt nicht für den Kunden: die beiden Zahlen weichen ab
finding-column-positive-do = `credit = {"{"} client = 1, … {"}"}` oder eine andere Spalte schreiben
finding-column-elsewhere = zählt für den Kunden und steht außerhalb von „positiv“: der Listenbericht zeigt weniger Erfolge, als gezählt wurden
finding-column-elsewhere-do = `report_column = "positive"` oder `client = 0` schreiben
finding-no-column = schließt den Kontakt und gehört in keine Spalte: der Listenbericht zählt ihn nirgends
finding-no-column-do = `report_column = "drop_out"`, `"no_interest"` oder `"positive"` hinzufügen
finding-group-kind = die Gruppe { $group } wird als `{ $promised }` gelesen, und der Code ist `{ $kind }`: Statistiken nach Gruppen zählen ihn trotzdem dort
finding-group-kind-do = ihn in die Gruppe seiner Art stellen oder `kind = "{ $promised }"` schreiben
finding-group-reserved = die Gruppe { $group } ist Codes vorbehalten, die zählen, und dieser zählt nicht: Statistiken nach Gruppen lesen ihn, als täte er es
finding-group-reserved-do = 1 oder -1 schreiben oder eine andere Gruppe nehmen
finding-never-meet = das Raster und das Gesetz von { $country } haben keine Stunde gemeinsam: ein Kontakt, der es bekommt, wird nie wieder angeboten
finding-never-meet-do = eine Stunde zulassen, die das Gesetz offen lässt: siehe `dispo law show`
finding-never-falls = `{ $expression }` fällt nie in eine Zeit, in der Raster und Gesetz von { $country } Anrufe zulassen: jedes Mal wird es verschoben
finding-never-falls-do = eine Zeit oder ein Fenster darin schreiben oder die Zeit weglassen
finding-laid-unknown = ist kein Code des Katalogs, also lässt sich nichts darüberlegen
finding-laid-unknown-do = weglassen
finding-laid-hidden = Agenten dürfen ihn ohnehin nicht wählen
finding-laid-hidden-do = weglassen
finding-laid-follow-up = ruft im Katalog nicht wieder an, also gibt es keine Wartezeit zu ändern
finding-laid-follow-up-do = weglassen oder einen Code wählen, der wieder anruft
finding-laid-retry = ist keine Ursache des Katalogs, die wiederholt wird, also gibt es keine Wiederholung zu ändern
finding-laid-retry-do = weglassen oder der Ursache im Katalog ein `retry` geben
finding-no-key = `{ $key }` ist keine Taste
finding-no-key-do = einen Buchstaben von a bis z schreiben
finding-key-taken = `{ $key }` gehört `{ $other }`
finding-key-taken-do = einen anderen Buchstaben wählen
finding-no-figure = `{ $text }` ist nicht zu lesen
finding-no-figure-do = eine Zahl von 0 bis 999 schreiben
finding-one-letter = `{ $text }` ist nicht zu lesen
finding-one-letter-do = einen Buchstaben schreiben
finding-no-expression = `{ $text }` ist nicht zu lesen
finding-no-expression-do = einen Ausdruck wie `TimeAdd=30m` oder `DateAdd=1d, Time=9:00` schreiben
finding-no-length = `{ $text }` ist nicht zu lesen
finding-no-length-do = eine Dauer wie 30m, 2h oder P1D schreiben
finding-syntax = { $message }: nichts danach kann gelesen werden
finding-syntax-do = `Schlüssel = Wert` schreiben, Texte in Anführungszeichen
finding-no-record = ist kein Datensatz
finding-no-record-do = jeden mit `[[{ $name }]]` in einer eigenen Zeile beginnen
finding-unread = { $message }
finding-unread-do = die Felder und ihre Werte stehen in docs/catalogue.md
finding-missing = { $message }: jeder Datensatz dieser Art braucht es
finding-missing-do = `{ $field } = …` hinzufügen
finding-never-falls-roster = `{ $expression }` fällt nie in eine Zeit, in der das Raster Anrufe zulässt: jedes Mal wird es verschoben
finding-never-falls-roster-do = eine Zeit oder ein Fenster darin schreiben oder die Zeit weglassen
finding-line = Zeile { $line }
finding-no-reasons = ein Grund wird verlangt, und es gibt keinen zu wählen: niemand kann den Code je setzen
finding-no-reasons-do = `reasons = [{"{"} key = "price", label = {"{"} … {"}"} {"}"}]` schreiben oder "reason" aus `requires` nehmen
finding-reasons-unasked = niemand wird danach gefragt, also werden die Gründe nie gezeigt
finding-reasons-unasked-do = `requires = ["reason"]` schreiben oder sie weglassen
finding-reason-key = der Schlüssel `{ $key }` ist leer oder steht zweimal da: Berichte würden zwei Gründe vermengen
finding-reason-key-do = jedem Grund einen eigenen Schlüssel geben
finding-reason-label = `{ $key }` hat keine Bezeichnung in `{ $language }`: wer diese Sprache liest, sieht den bloßen Schlüssel
finding-reason-label-do = `{ $language } = "…"` schreiben
