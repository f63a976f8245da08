# Kampagnen: Listen, Agenten, Filter, Quoten, Grenzen, Leitfäden.
campaigns-title = Kampagnen
campaigns-none = Es gibt noch keine Kampagne
campaigns-none-remedy = Eine Kampagne bringt Listen und Agenten zusammen: Was in keiner steht, wird nicht angerufen.
campaigns-none-so = Keine Kampagne in diesem Zustand
campaigns-show-all = { $n ->
    [one] Die { $n } Kampagne zeigen
   *[other] Alle { $n } Kampagnen zeigen
}
campaigns-show = Zeigen
campaigns-all-states = Alle
campaigns-attempts = Versuche heute
campaign-new = Neue Kampagne
campaign-new-hint = Sie beginnt pausiert. Niemand wird angerufen, bevor Sie sie starten.
campaign-make = Kampagne anlegen
campaign-cancel = Abbrechen
campaign-first-list = Erste Liste
campaign-list-later = Später wählen
campaign-name = Name
campaign-name-remedy = Schreiben Sie einen Namen mit 1 bis 80 Zeichen in einer Zeile.
campaign-name-taken = Eine Kampagne dieses Namens gibt es schon: wählen Sie einen anderen.
campaign-linked = Diese Liste steht schon in der Kampagne.
campaign-state = Zustand
campaign-running = Läuft
campaign-paused = Pausiert
campaign-closed = Geschlossen
campaign-start = Starten
campaign-pause = Pausieren
campaign-close = Schließen
campaign-reopen = Wieder öffnen
campaign-settings = Einstellungen
campaign-priority = Priorität
campaign-priority-hint = Kleiner geht vor; üblich ist 500.
campaign-priority-remedy = Schreiben Sie eine ganze Zahl von 0 bis 9999; kleiner geht vor.
campaign-callbacks-jump = Rückrufe gehen vor Kontakten anderer Kampagnen
campaign-callbacks = offene Rückrufe
campaign-advertiser = Im Auftrag von
campaign-advertiser-hint = Wer von diesem Werbenden nicht angerufen werden will, wird in keiner seiner Kampagnen angerufen.
campaign-advertiser-none = Niemandem: Wer von einem Werbenden nicht angerufen werden will, wird in dieser Kampagne nicht angerufen.
campaign-caller-id = Rufnummer, die Angerufene sehen
campaign-caller-id-hint = Mit Ländervorwahl, etwa +49 30 1234567. Wer zurückruft, muss jemanden erreichen.
campaign-caller-id-law = Das Gesetz: { $rule }. Mit Ländervorwahl, etwa +49 30 1234567.
campaign-caller-id-remedy = Das ist keine Rufnummer mit Ländervorwahl. Schreiben Sie etwa +49 30 1234567, oder lassen Sie das Feld leer.
campaign-caller-id-set = Rufnummer angeben
check-no-caller-id = Das Gesetz: { $rule }. Diese Kampagne hat keine Rufnummer, die gezeigt wird, also wird niemand angerufen.
campaign-save = Speichern
campaign-lists = Listen
campaign-no-lists = In dieser Kampagne steht noch keine Liste.
campaign-agents = Agenten
campaign-agents-none = Kreuzen Sie mindestens einen Agenten an.
campaign-nobody = Noch arbeitet niemand daran.
campaign-working = Wer daran arbeitet
campaign-take-away = Herausnehmen
campaign-add-agents = Agenten hinzufügen
campaign-add = Hinzufügen
campaign-no-agents-at-all = Es gibt keine Agenten. Ein Administrator legt sie unter Benutzer an.
campaign-grid = Nur Rückrufe, nur heute: die Tafel der Agenten und Kampagnen
campaign-no-script = Agenten sehen keinen Leitfaden.
checks-title = Prüfliste
checks-ready = Alles ist bereit.
checks-bad = Hält auf:
checks-warn = Hinweis:
checks-mend = Beheben
check-no-lists = keine Liste verknüpft
check-no-active = keine Liste aktiv
check-no-agents = keine Agenten zugeordnet
check-no-script = kein Gesprächsleitfaden
check-stock-later = Liste { $list } hat keinen Vorrat vor { $at }
check-stock-none = Liste { $list } hat keinen Vorrat mehr
check-filter = der Filter der Liste { $list } ist nicht lesbar und wählt niemanden
check-no-law = kein Gesetz für { $country }: nichts beschränkt, wann Liste { $list } angerufen wird
check-script = { $list }: { $fault }
check-code = eine Quote zählt Code { $code }, den { $catalogue } nicht kennt
check-quota = Quote erreicht, nur Rückrufe werden angeboten: { $what }
link-list = Liste
link-active = Aktiv
link-active-of = Liste { $list } ist aktiv
link-priority = Priorität
link-priority-of = Priorität der Liste { $list }
link-filter = Filter
link-roster = Anrufraster
link-limits = Grenzen
link-script = Leitfaden
link-remove = Herausnehmen
link-no-filter = alle Kontakte
link-no-roster = keines
link-own-limits = eigene
link-catalogue-limits = Katalog
link-own-script = eigener
link-campaign-script = der Kampagne
link-no-script = keiner
link-add-list = Liste hinzufügen
link-add = Hinzufügen
link-choose-list = Wählen Sie eine Liste.
link-no-lists-at-all = Es gibt noch keine Liste: importieren Sie zuerst eine.
unlink-title = Liste herausnehmen
unlink-do = Herausnehmen
unlink-open = { $n ->
    [one] { $n } offener Kontakt wird von dieser Kampagne nicht mehr angeboten; er bleibt in seiner Liste offen.
   *[other] { $n } offene Kontakte werden von dieser Kampagne nicht mehr angeboten; sie bleiben in ihrer Liste offen.
}
unlink-callbacks = { $n ->
    [one] Darunter { $n } Rückruf.
   *[other] Darunter { $n } Rückrufe.
}
unlink-filter = Der Filter geht verloren.
state-start-title = Kampagne starten
state-pause-title = Kampagne pausieren
state-close-title = Kampagne schließen
state-missing = Sie kann gestartet werden, wird aber noch nicht arbeiten:
state-start-now = { $n ->
    [one] { $n } Kontakt kann jetzt angeboten werden.
   *[other] { $n } Kontakte können jetzt angeboten werden.
}
state-start-agents = { $n ->
    [one] { $n } Agent arbeitet daran.
   *[other] { $n } Agenten arbeiten daran.
}
state-pause-agents = { $n ->
    [one] { $n } Agent bekommt nichts mehr daraus, bis sie wieder gestartet wird.
   *[other] { $n } Agenten bekommen nichts mehr daraus, bis sie wieder gestartet wird.
}
state-callbacks = { $n ->
    [one] { $n } Rückruf bleibt offen und wird von dieser Kampagne nicht angeboten.
   *[other] { $n } Rückrufe bleiben offen und werden von dieser Kampagne nicht angeboten.
}
state-in-hand-finish = { $n ->
    [one] { $n } Kontakt ist in Bearbeitung und wird zu Ende gebracht.
   *[other] { $n } Kontakte sind in Bearbeitung und werden zu Ende gebracht.
}
state-close-open = { $n ->
    [one] { $n } Kontakt ist noch offen: er wird nicht abgeschlossen, nur nicht mehr angeboten.
   *[other] { $n } Kontakte sind noch offen: sie werden nicht abgeschlossen, nur nicht mehr angeboten.
}
state-close-again = Eine geschlossene Kampagne kann wieder geöffnet werden.
state-elsewhere = Liste { $list } steht auch in einer anderen laufenden Kampagne und wird von dort aus weiter angerufen.
filter-title = Filter
filter-kept = Nur diese Kontakte werden angeboten:
filter-members = { $n ->
    [one] { $n } Kontakt
   *[other] { $n } Kontakte
}
filter-none-hint = Kein Filter: Alle Kontakte der Liste werden angeboten. Bedingungen schränken das für diese Kampagne ein.
filter-by-hand = von Hand geschrieben
filter-by-hand-hint = Dieser Filter wurde von Hand geschrieben und passt nicht in Zeilen. Speichern ersetzt ihn.
filter-join = Ein Kontakt ist gemeint, wenn
filter-all = alle Bedingungen zutreffen
filter-any = eine der Bedingungen zutrifft
filter-and = und
filter-or = oder
filter-condition = Bedingung { $n }
filter-field = Feld
filter-op = Vergleich
filter-value = Wert
filter-drop = Entfernen
filter-add = Bedingung hinzufügen
filter-count = Zählen
filter-save = Filter speichern
filter-counted = { $chosen } von { $contacts } Kontakten, davon { $now } jetzt
filter-hint = Mehrere Werte bei „ist eines von“ trennt ein Semikolon. Daten als 2026-11-24, Zahlen mit Punkt.
filter-again = Neu anwenden
filter-again-hint = Neue Kontakte und geänderte Felder werden beurteilt, sobald sie kommen. Zustand, Code und Versuche werden beim Speichern oder neuen Anwenden beurteilt.
filter-clear = Wieder alle Kontakte anbieten
filter-nothing = Schreiben Sie mindestens eine Bedingung.
filter-choose-field = Wählen Sie ein Feld.
filter-choose-op = Wählen Sie einen Vergleich.
filter-unknown-field = Die Liste hat kein Feld „{ $field }“: wählen Sie ein anderes.
filter-value-missing = Schreiben Sie einen Wert oder wählen Sie „ist leer“.
filter-bad-op = „{ $op }“ passt nicht zu { $kind }: wählen Sie einen anderen Vergleich.
filter-bad-value = „{ $value }“ passt nicht: { $remedy }
filter-remedy-text = schreiben Sie einen Text.
filter-remedy-integer = schreiben Sie eine ganze Zahl wie 12.
filter-remedy-decimal = schreiben Sie eine Zahl wie 12.5.
filter-remedy-date = schreiben Sie ein Datum wie 2026-11-24.
filter-remedy-datetime = schreiben Sie Datum und Zeit wie 2026-11-24 14:30.
filter-remedy-email = schreiben Sie eine E-Mail-Adresse wie ada@example.com.
filter-remedy-phone = schreiben Sie eine Nummer mit Vorwahl, wie +493023125001.
filter-remedy-bool = schreiben Sie true oder false.
filter-remedy-choice = schreiben Sie eines von: new, unreached, callback, suspended, closed, in_hand.
field-type-text = einem Text
field-type-integer = einer ganzen Zahl
field-type-decimal = einer Zahl
field-type-date = einem Datum
field-type-datetime = Datum und Zeit
field-type-email = einer E-Mail-Adresse
field-type-phone = einer Telefonnummer
field-type-bool = Ja oder Nein
field-type-choice = einer Auswahl
column-key = Schlüssel
column-state = Zustand
column-code = Code
column-attempts = Versuche
column-unreached-run = Nicht erreicht in Folge
op-equal = ist
op-other = ist nicht
op-less = ist kleiner als
op-at-most = ist höchstens
op-more = ist größer als
op-at-least = ist mindestens
op-contains = enthält
op-in = ist eines von
op-empty = ist leer
quotas-title = Quoten
quotas-hint = Ist eine Quote erreicht, werden nur noch Rückrufe angeboten. Kontakte in Bearbeitung werden zu Ende gebracht. Korrekturen und zurückgenommene Codes werden wieder abgezogen.
quota-most = Höchstens
quota-most-remedy = Schreiben Sie eine ganze Zahl ab 1.
quota-what = Von
quota-what-remedy = Wählen Sie, was gezählt wird.
quota-one-code = ein Code
quota-code = Code (bei einem Code)
quota-code-remedy = Keine Liste dieser Kampagne hat diesen Code: schreiben Sie einen aus ihrem Katalog.
quota-period = Wann
quota-in-total = insgesamt
quota-per-day = pro Tag
quota-of = Wo
quota-campaign = ganze Kampagne
quota-add = Quote hinzufügen
quota-remove = Entfernen
quota-reached = erreicht
quota-most-total = von { $n } insgesamt
quota-most-day = von { $n } heute
quota-told-total = { $most } × { $what } ({ $place })
quota-told-day = { $most } × { $what } pro Tag ({ $place })
script-title = Gesprächsleitfaden
script-write = Leitfaden schreiben
script-edit = Leitfaden bearbeiten
script-whose = Wessen Leitfaden
script-of-campaign = Kampagne
script-text = Text
script-hint = # Überschrift, ## kleinere Überschrift, - Punkt, **fett**, eine Leerzeile zwischen Absätzen.
script-names = Verfügbar sind:
script-list-hint = Gilt statt des Leitfadens der Kampagne. Leer gespeichert gilt wieder der der Kampagne.
script-save = Speichern
script-look = Vorschau
script-preview = Was Agenten sehen
script-preview-for = Für { $contact }
script-preview-nobody = Es gibt noch keinen Kontakt: Felder zeigen ihre Namen.
script-empty = Noch steht nichts da.
script-versions = Fassungen
script-versions-hint = Agenten sehen die neueste. Öffnen und speichern Sie eine ältere, um sie zurückzuholen.
script-newest = Fassung { $version }, { $author }, { $at }
script-too-long = Ein Leitfaden hat höchstens { $n } Zeichen.
script-unclosed = Zeile { $line }: eine doppelte Klammer hat keinen Namen oder kein Ende. Schreiben Sie den Namen eines Feldes zwischen zwei Klammerpaare.
script-unknown = Zeile { $line }: { $name } ist kein Feld der Liste. Schreiben Sie eines von { $known }.
limits-page-title = Grenzen und Zeiten
limits-title = Versuchsgrenzen
limits-times = Zeiten und Zuständigkeit
limits-shares = Anteile
limits-shares-hint = Prozent der Angebote, die unabhängig vom Rang an eine Kategorie gehen, etwa damit neue Kontakte drankommen.
limits-catalogue = Die des Katalogs
limits-own = Eigene der Liste
limits-hint = Null oder leer schaltet eine Grenze ab. Zeiträume sind Tage, oder Stunden wie 36h.
limits-usual-catalogue = Katalog: { $value }
limits-usual = Üblich: { $value }
limits-off = aus
limits-never = nie
limits-yes = ja
limits-no = nein
limits-unit-count = Mal
limits-unit-days = Tage
limits-unit-minutes = Minuten
limits-unit-percent = %
limits-count-remedy = Schreiben Sie eine ganze Zahl von 0 bis 999; 0 ist aus.
limits-days-remedy = Schreiben Sie Tage wie 30 oder Stunden wie 36h; höchstens zehn Jahre.
limits-minutes-remedy = Schreiben Sie Minuten von 1 bis 1440.
limits-release-remedy = Schreiben Sie Minuten von 1 bis 1440 oder nichts für nie.
limits-percent-remedy = Schreiben Sie Prozent von 0 bis 100.
limits-shares-remedy = Zusammen sind die Anteile mehr als 100 %: senken Sie einen.
limits-cold-count = Versuche ohne Kontakt, neue Kontakte
limits-cold-period = Höchstens über, neue Kontakte
limits-callback-count = Versuche ohne Kontakt nach einem Rückruf
limits-callback-period = Höchstens über, nach einem Rückruf
limits-callbacks = Rückrufe
limits-callbacks-period = Rückrufe höchstens über
limits-total = Versuche insgesamt
limits-lease = In Bearbeitung ohne Lebenszeichen
limits-wrap-up = Nachbearbeitung
limits-release = Rückruf gehört allen nach
limits-share-not-reached-high = Nicht erreicht, bald
limits-share-system = Neue Kontakte
limits-share-not-reached-low = Nicht erreicht, später
limits-only-owner = Rückrufe nur an ihren Besitzer
limits-release-out = … außer der Besitzer ist bei Fälligkeit nicht angemeldet
limits-by-line = Was die Leitung sagt, codiert einen unbeantworteten Anruf
limits-look = Ansehen, was sich ändert
limits-will-change = Was sich ändert
limits-nothing = Nichts: das alles gilt schon.
limits-change = { $what }: { $from } → { $to }
limits-over = { $n ->
    [one] { $n } offener Kontakt steht an der Grenze: er wird abgeschlossen, wenn er noch einmal nicht erreicht wird.
   *[other] { $n } offene Kontakte stehen an der Grenze: sie werden abgeschlossen, wenn sie noch einmal nicht erreicht werden.
}
limits-from-next = Gilt ab dem nächsten Ereignis. Die Vergangenheit behält die Regeln, unter denen sie entstand.
limits-save = Als neue Regeln speichern
limits-elsewhere = { $n ->
    [one] Diese Liste steht in { $n } weiteren laufenden Kampagne: auch dort ändert es sich.
   *[other] Diese Liste steht in { $n } weiteren laufenden Kampagnen: auch dort ändert es sich.
}
roster-title = Anrufraster der Liste
roster-hours = Stunden je Wochentag
roster-hint = In der Zeit des Kontakts, auf volle und halbe Stunden zwischen 08:00 und 22:00: 09:00-12:00; 14:00- oder -12:00. An einem leeren Tag wird nicht angerufen; gar keine Stunden sind kein Raster.
roster-hours-remedy = „{ $hours }“ sind keine Stunden: schreiben Sie 09:00-12:00, 14:00- oder -12:00, auf volle oder halbe Stunden von 08:00 bis 22:00.
roster-week = Die Woche
roster-none = Kein Raster: Nur das Gesetz sagt, wann Kontakte angerufen werden.
roster-everybody = Auch für die Kontakte, die schon da sind
roster-new = Neue Kontakte der Liste bekommen { $roster }.
roster-none-new = Neue Kontakte der Liste bekommen kein Raster.
roster-others-stay = Kontakte, die da sind, bleiben, wie sie sind.
roster-sets-now = { $n ->
    [one] { $n } Kontakt kann sofort angerufen werden.
   *[other] { $n } Kontakte können sofort angerufen werden.
}
roster-sets-later = { $n ->
    [one] { $n } Kontakt kann später angerufen werden.
   *[other] { $n } Kontakte können später angerufen werden.
}
roster-sets-in-hand = { $n ->
    [one] { $n } Kontakt ist in Bearbeitung und bekommt es auch.
   *[other] { $n } Kontakte sind in Bearbeitung und bekommen es auch.
}
roster-sets-suspended = { $n ->
    [one] { $n } ausgesetzter Kontakt bekommt es.
   *[other] { $n } ausgesetzte Kontakte bekommen es.
}
roster-leaves = { $n ->
    [one] { $n } Kontakt bleibt, wie er ist, etwa weil er abgeschlossen ist.
   *[other] { $n } Kontakte bleiben, wie sie sind, etwa weil sie abgeschlossen sind.
}
roster-save = Raster speichern
roster-run = Raster für vorhandene Kontakte: { $done } von { $contacts } erledigt.
roster-continue = Weitermachen
roster-reload = Neu laden
desk-script = Gesprächsleitfaden
bounds-title = Über das Gesetz hinaus
bounds-none = Nur was das Gesetz verlangt.
bounds-edit = Ansehen und ändern
bounds-lead = Von dem, was Gesetz, Kampagne und Liste verlangen, gilt das Strengste. Jede Ablehnung sagt, wer es verlangt.
bounds-hint = Ein leeres Feld verlangt nichts. Gezählt wird je Nummer, wer auch anruft, nach den Tagen des Angerufenen.
bounds-unit-hours = Stunden
bounds-unit-per-mille = von 1000
bounds-min-gap = Ruhe zwischen zwei Anrufen einer Nummer
bounds-per-day = Anrufe einer Nummer am Tag
bounds-dials = Anrufe einer Nummer in einigen Tagen
bounds-days = Innerhalb so vieler Tage
bounds-quarantine = Ruhe nach einem Anruf ohne freien Agenten
bounds-abandoned = Angenommene Anrufe ohne Agenten, höchstens
bounds-min-gap-remedy = Schreiben Sie Minuten von 1 bis 10080, eine Woche.
bounds-per-day-remedy = Schreiben Sie eine ganze Zahl von 1 bis 99.
bounds-dials-remedy = Schreiben Sie eine ganze Zahl von 1 bis 999.
bounds-days-remedy = Schreiben Sie Tage von 2 bis 92: Älteres wird nicht gemerkt.
bounds-quarantine-remedy = Schreiben Sie Stunden von 1 bis 2208, 92 Tage.
bounds-abandoned-remedy = Schreiben Sie 0 bis 1000 von tausend: 30 sind 3 %.
bounds-both-remedy = Zahl der Anrufe und Zahl der Tage gehören zusammen: Schreiben Sie beide oder keine.
bounds-save = Speichern
bounds-room = { $abandoned } von { $all } angenommenen Anrufen fanden in { $hours } Std. keinen Agenten: { $share } von höchstens { $most }. Unterwegs ohne Agenten: { $risk }; so viele dürfen noch ohne bleiben: { $left }.
limits-opt-out-menu = Ein Sprachmenü nach dem Gespräch sagt, wie man widerspricht
link-codes = Codes
codes-own = { $catalogue }, Version { $version }
codes-laid = { $catalogue }, Version { $version }, geändert: { $n }
codes-title = Codes der Liste
codes-back = Zurück zur Kampagne
codes-changed = Anders als bisher:
codes-hint = Das gehört der Liste: es gilt in jeder Kampagne, in der sie steht. Was leer ist, bleibt wie im Katalog. Grenzen der Anrufversuche stehen bei den Grenzen.
codes-allowed = Erlaubt
codes-order = Reihenfolge
codes-key = Taste
codes-due = Wieder fällig
codes-run = Höchstens in Folge
codes-buttons = Die Schaltflächen des Agenten
windows-title = Wie oft ein Kontakt versucht werden darf
windows-hint = Je Zähler, mit Kommas dazwischen: 3/24h sind drei in je 24 Stunden, 10/7d zehn in einer Woche, 20 zwanzig insgesamt. Ein volles Fenster hält einen Kontakt zurück; was insgesamt zählt, schließt ihn.
windows-remedy = Schreiben Sie etwa 3/24h, 10/7d, 20: Stunden oder Tage bis 92, Zahlen von 1 bis 999, höchstens fünf.
bounds-unit-seconds = Sekunden
bounds-rings-for = Längstes Klingeln
bounds-rings-for-remedy = Schreiben Sie Sekunden von 5 bis 120.
bounds-machines = Anrufbeantworter
bounds-machines-to-agent = Der Agent hört sie, sofort
bounds-machines-hang-up = Auf sie horchen und auflegen
bounds-machines-leave-message = Auf sie horchen und nach der Ansage eine Nachricht hinterlassen
bounds-machines-hint = Das Horchen dauert zwei bis drei Sekunden, in denen, wer abnimmt, nichts hört: nur wo die Zeit des Agenten mehr wiegt. Wer sich nicht unterscheiden lässt, geht an den Agenten.
bounds-recorded = Aufzeichnung
bounds-recorded-off = Kein Gespräch
bounds-recorded-on = Jedes Gespräch, sobald das Gesetz es erlaubt
bounds-recorded-on-request = Was der Agent verlangt
bounds-recorded-hint = Wo das Gesetz Einwilligung verlangt, wird nichts aufgezeichnet, bevor der Agent sagt, dass sie gegeben wurde. Wo es einen Hinweis verlangt, hört ihn die andere Seite zuerst.
bounds-own-recordings = Agenten dürfen ihre eigenen Aufzeichnungen anhören
bounds-recordings-days = Aufzeichnungen werden aufbewahrt, höchstens
bounds-recordings-days-remedy = Schreiben Sie Tage von 1 bis 3650. Leer sind es 90.
bounds-mode = Wie gewählt wird
bounds-mode-preview = Vorschau: auf Tastendruck des Agenten
bounds-mode-progressive = Progressiv: von selbst
bounds-mode-hint = Von selbst heißt: sobald ein Agent bereit ist, bekommt er einen Kontakt, und der wird gewählt. Er ist für den da, der abnimmt; was niemand annimmt, codiert die Leitung, und der nächste folgt. Sein Arbeitsplatz muss im Browser offen sein.
bounds-look = Vorher ansehen
bounds-look-hint = Derweil wählt d sofort. 0: nichts anzusehen.
bounds-look-remedy = Schreiben Sie ganze Sekunden von 0 bis 60.
bounds-may-skip = Er darf einen Kontakt zurückgeben, während er ihn ansieht
bounds-told-at-once = Wählt von selbst, sofort
bounds-told-after = { $n ->
    [one] Wählt von selbst nach { $n } Sekunde
    *[other] Wählt von selbst nach { $n } Sekunden
}
sounds-title = Was die Angerufenen hören
sounds-hint = Namen von Klängen der Anlage, etwa ours/sorry-de. Ist ein Feld leer, so erklingt, was die Anlage selbst hat.
sound-usual = wie üblich
sound-apology = Entschuldigung
sound-apology-hint = Jemand hat abgenommen, und kein Agent ist da: in wessen Auftrag angerufen wurde, und die Nummer für den Rückruf.
sound-message = Nachricht
sound-message-hint = Wird auf einem Anrufbeantworter hinterlassen.
sound-menu = Sprachmenü
sound-menu-hint = Nach einem Gespräch: welche Taste alle Anrufe beendet.
sound-recording = Hinweis auf eine Aufzeichnung
sound-recording-hint = Bevor ein Gespräch aufgezeichnet wird, wo das Gesetz einen Hinweis verlangt.
sound-remedy = Schreiben Sie einen Namen unter dem Ordner der Klänge: höchstens 80 Buchstaben, Ziffern, - _ . und /; oder lassen Sie das Feld leer.
