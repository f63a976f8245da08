# Kataloge: Versionen, Entwürfe, was eine Änderung geändert hätte.
catalogues-title = Kataloge
catalogues-what = Ein Katalog enthält die Codes, die Anrufversuche bekommen. Eine Version ändert sich nie; eine Liste wechselt erst, wenn Sie es sagen.
catalogue-name = Katalog
catalogue-newest = Neueste Version
catalogue-lists = Listen
catalogue-draft = Entwurf
catalogue-go-on = Entwurf fortsetzen
catalogue-begin = Entwurf beginnen
catalogue-import = Eine Datei übernehmen
catalogue-file = Datei
catalogue-file-hint = Fügen Sie den Text einer TOML-Datei ein. Sie wird zum Entwurf des Namens, der darin steht.
catalogue-take-in = Übernehmen
catalogue-draft-there = Es gibt schon einen Entwurf dieses Namens: veröffentlichen oder verwerfen Sie ihn zuerst.
catalogue-name-plain = Der Name in der Datei darf aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen, höchstens 40.
catalogue-codes-missing = Kontakte der Liste stehen unter Codes, die diese Version nicht hat: { $codes }. Geben Sie ihnen zuerst einen anderen Code.
catalogue-versions = Versionen
catalogue-version = Version
catalogue-when = Veröffentlicht
catalogue-who = Von
catalogue-note = Was ist neu
catalogue-note-hint = Es bleibt für immer bei der Version stehen.
catalogue-shipped = kam mit dem Programm
catalogue-working = Listen, die damit arbeiten
catalogue-nobody = Keine Liste arbeitet damit.
catalogue-moving = Ab dem nächsten Ereignis. Grenzen, Raster und was über die Codes gelegt wurde, bleiben, soweit sie passen.
catalogue-move = Wechseln
catalogue-wrong = Falsch:
catalogue-doubt = Zweifelhaft:
catalogue-begun-with = begonnen mit Version { $n }
catalogue-publish = Veröffentlichen
catalogue-drop = Entwurf verwerfen
catalogue-up = Nach oben
catalogue-down = Nach unten
catalogue-rest = Felder, die hier fehlen, stehen in der Datei: laden Sie sie herunter, ändern und übernehmen Sie sie.
catalogue-keep = Im Entwurf behalten
catalogue-check = Was die Prüfung sagt
catalogue-differs = Was sich unterscheidet
code-label-nl = Bezeichnung, Niederländisch
code-label-en = Bezeichnung, Englisch
code-label-de = Bezeichnung, Deutsch
code-label-hu = Bezeichnung, Ungarisch
code-group = Gruppe
code-meaning = Bedeutung
code-kind = Art
code-on = Antwortet auf
code-set-by = Gesetzt von
code-due = Wieder fällig
code-due-min = Frühestens
code-due-max = Spätestens
code-max-run = Höchstens in Folge
code-priority = Priorität
code-owner = Wem der Kontakt gehört
code-roster = Raster
code-roster-lines = Stunden des Rasters
code-suppress = Sperren
code-suppress-extent = Wo sperren
code-credit-client = Zählt für den Kunden
code-credit-agent = Zählt für den Agenten
code-report-column = Spalte des Berichts
code-requires = Muss ausgefüllt sein
code-choices = Der Agent darf wählen
code-hotkey = Taste
code-order = Platz in der Gruppe
code-pop-up = Mit Notiz
code-sticky = Darf nicht überschrieben werden
code-canonical = Steht für seine Bedeutung
replay-title = Was anders gelaufen wäre
replay-days = Tage zurück
replay-go = Neu entscheiden
replay-told = { $decisions } Entscheidungen über { $contacts } Kontakte: { $different } wären anders ausgefallen.
replay-due-earlier = früher fällig
replay-due-later = später fällig
replay-code = ein anderer Code
replay-state = ein anderer Zustand
replay-owner = ein anderer Eigentümer
replay-actions = andere Aktionen
replay-suppression = gesperrt oder nicht
replay-refused = abgelehnt oder nicht
replay-hint = Jedes Ereignis auf der Vergangenheit, die es antraf; was Menschen danach anders getan hätten, kann niemand wissen.
replay-none = Es gibt keine frühere Version zum Vergleichen.
replay-contact = Kontakt
replay-at = Wann
replay-then = Damals
replay-now = Mit dem Entwurf
replay-field = Feld
replay-before = Vorher
replay-after = Nachher
catalogue-problems = { $n ->
    [0] Nichts ist falsch.
    [one] { $n } Fehler.
   *[other] { $n } Fehler.
}
catalogue-warnings = { $n ->
    [0] Nichts ist zweifelhaft.
    [one] { $n } Punkt ist zweifelhaft.
   *[other] { $n } Punkte sind zweifelhaft.
}
catalogue-add = Code hinzufügen
catalogue-like = Wie
catalogue-like-none = keiner: leer
catalogue-add-plain = Ein Code hat 1 bis 40 Zeichen ohne Leerzeichen.
catalogue-add-reserved = Dieser Code ist reserviert: einen anderen wählen.
catalogue-add-taken = Das ist schon { $other }: einen anderen Code wählen.
catalogue-add-like-gone = Der Code, dem er gleichen soll, steht nicht im Entwurf.
catalogue-drag = Codes, die Agenten wählen, tauschen innerhalb ihrer Gruppe den Platz: eine Zeile ziehen oder ihre Pfeile benutzen.
catalogue-remove = Diesen Code entfernen
catalogue-stays = Er kam mit dem Programm und bleibt. „agent“ bei „Gesetzt von“ herausnehmen, dann wählt ihn niemand mehr.
catalogue-remove-nothing = Ohne ihn wäre nichts falsch.
catalogue-remove-wrong = Ohne ihn wäre dies falsch:
catalogue-remove-contacts = { $n ->
    [one] { $n } Kontakt steht unter ihm: dessen Liste wechselt nicht zu einer Version ohne ihn.
   *[other] { $n } Kontakte stehen unter ihm: deren Listen wechseln nicht zu einer Version ohne ihn.
}
code-cause = Ursache
code-hours-how = Pfeile bewegen, die Leertaste ändert, mit Umschalt nehmen die Pfeile den Wert mit
