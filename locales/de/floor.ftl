# Der Leitstand: Agenten, Kampagnen, Nachrichten, Kampagnenraster.
floor-title = Leitstand
floor-messages = Nachrichten
floor-grid = Kampagnenraster
floor-settings = Wann gewarnt wird
floor-wide = Vollbild
floor-narrow = Normale Ansicht
floor-alerts = Was Aufmerksamkeit braucht
floor-no-alerts = Nichts braucht Aufmerksamkeit.
floor-totals = Alle zusammen
floor-trend = Die letzte Stunde, je 5 Minuten
floor-trend-told = In der letzten Stunde: { $attempts } Versuche, { $live } gesprochen, { $positive } positiv.
floor-no-campaigns = Keine Kampagne ist offen
floor-no-campaigns-remedy = Starten Sie eine Kampagne und verknüpfen Sie eine Liste; dann steht sie hier.
floor-paused = pausiert
floor-link-off = Liste ist abgeschaltet
floor-stock-now = jetzt anrufbar
floor-stock-today = später heute
floor-stock-later = nach heute
floor-open = offen insgesamt
floor-no-lists = Keine Liste ist verknüpft.
floor-agents = Agenten
floor-nobody = Niemand passt. Wählen Sie eine andere Kampagne oder Phase.
floor-no-agents-at-all = Es gibt noch keinen Agenten. Legen Sie einen Benutzer mit Arbeitsplatz an.
floor-phase = Phase
floor-since = Seit
floor-seen = Zuletzt gesehen
floor-at-work = angemeldet
floor-attempts-today = Versuche heute
floor-live-today = gesprochen heute
floor-positive-today = positiv heute
floor-live-hour = gesprochen / Std.
floor-positive-hour = positiv / Std.
floor-assigned = { $n ->
    [one] { $n } Agent
    *[other] { $n } Agenten
}
floor-closed = { $n } abgeschlossen
floor-at-limit = davon { $n } an einer Grenze
phase-out = abgemeldet
phase-break = Pause
phase-ready = wartet
phase-reserved = Vorschau
phase-dialling = wählt
phase-talking = im Gespräch
phase-wrap-up = Nachbearbeitung
held-now = jetzt anrufbar
held-now-remedy = Der nächste bereite Agent bekommt sie in der Reihenfolge des Angebots.
held-not-due = noch nicht fällig
held-not-due-remedy = Ihre Zeit kommt von selbst: ein neuer Versuch oder Rückruf ist geplant.
held-law = außerhalb der gesetzlichen Anrufzeiten
held-law-remedy = Zu dieser Stunde dürfen sie nach dem Gesetz nicht angerufen werden, nach ihrer eigenen Uhr.
held-roster = außerhalb ihres Zeitplans
held-roster-remedy = Ihr eigener Zeitplan hat andere Stunden. Er steht auf der Seite des Kontakts.
held-resting = in Ruhe zwischen zwei Anrufen
held-resting-remedy = Sie wurden eben angerufen oder zurückgegeben, oder heute schon zu oft.
held-reserved = für den Zuständigen reserviert
held-reserved-remedy = Nur dem Zuständigen werden sie angeboten. Auf der Seite des Kontakts lässt er sich neu zuweisen.
held-in-hand = bei einem Agenten in Bearbeitung
held-in-hand-remedy = Jemand arbeitet daran. Was festhängt, wird auf der Seite des Agenten zurückgeholt.
held-suspended = ausgesetzt
held-suspended-remedy = Sie warten auf eine Mail, eine Person oder eine Stufe. Fortgesetzt wird auf der Seite des Kontakts.
held-never = ohne Nummer oder Stunde, die noch geht
held-never-remedy = Jede Nummer ist geschlossen, oder Zeitplan und Gesetz treffen sich nie. Fügen Sie eine Nummer hinzu oder ändern Sie den Zeitplan.
held-filtered = vom Filter nicht gewählt
held-filtered-remedy = Die Verknüpfung der Kampagne hat einen Filter, der sie auslässt.
held-overdue = überfällige Rückrufe
held-overdue-remedy = Die vereinbarte Zeit ist vorbei. Die ältesten zuerst.
floor-held-title = Kontakte hinter der Zahl
held-nobody = Niemand mehr
held-nobody-remedy = Sie sind weiter, seit die Zahl gezeigt wurde.
alert-no-line = Keine Telefonanlage ist verbunden: Es kann nicht gewählt werden.
alert-exchange-gone = Die Telefonanlage { $place } ist nicht zu erreichen: neue Anrufe gehen über die anderen.
alert-no-links = { $name }: läuft, bietet aber keine Liste an
alert-no-agents = { $name }: läuft, aber niemand Anwesendes arbeitet dafür
alert-no-stock = { $name }: jetzt ist nichts anrufbar
alert-stock = { $n ->
    [one] { $name }: Vorrat reicht noch { $n } Minute
    *[other] { $name }: Vorrat reicht noch { $n } Minuten
}
alert-overdue = { $n ->
    [one] { $name }: { $n } Rückruf überfällig, seit { $at }
    *[other] { $name }: { $n } Rückrufe überfällig, der älteste seit { $at }
}
alert-wrap-up = { $n ->
    [one] { $name }: { $n } Minute in Nachbearbeitung
    *[other] { $name }: { $n } Minuten in Nachbearbeitung
}
alert-break = { $n ->
    [one] { $name }: { $n } Minute in der Pause
    *[other] { $name }: { $n } Minuten in der Pause
}
alert-silent = { $n ->
    [one] { $name }: Arbeitsplatz seit { $n } Minute still
    *[other] { $name }: Arbeitsplatz seit { $n } Minuten still
}
floor-did-message = Nachricht gesendet.
floor-did-move = Kampagne geändert.
floor-did-break = Pause gesetzt.
floor-did-ready = Auf bereit gesetzt.
floor-did-out = Abgemeldet.
floor-did-unlock = Kontakt zurückgeholt.
floor-did-end = Sitzung beendet, oder endet nach dem Kontakt in Bearbeitung.
floor-did-grid = Kampagnenraster geändert.
floor-did-thresholds = Warnungen geändert.
floor-campaign-unknown = Diese Kampagne gibt es nicht. Wählen Sie eine aus der Liste.
floor-refused-out = Dieser Agent ist nicht angemeldet: Das geht nur am eigenen Arbeitsplatz.
floor-message = Nachricht senden
message-text = Text
message-hint = Höchstens 500 Zeichen. Sie bleibt am Arbeitsplatz, bis sie gelesen ist.
message-empty = Schreiben Sie etwas.
message-long = Zu lang: höchstens 500 Zeichen.
message-send = Senden
message-whom = An
message-all = Alle
message-campaign = Alle einer Kampagne
message-chosen = Diese Agenten
message-nobody = Wählen Sie mindestens einen Agenten.
message-sent = In den letzten 24 Stunden gesendet
message-none = Noch nichts.
message-read = gelesen
message-unread = noch nicht gelesen
message-to = { $n ->
    [one] an { $n } Agenten
    *[other] an { $n } Agenten
}
floor-move = In eine andere Kampagne
floor-move-alone = und in keine andere
floor-move-do = Verschieben
floor-move-hint = Ein Kontakt in Bearbeitung bleibt, bis er codiert ist; der nächste kommt von dort.
floor-break-kind = Art der Pause
floor-break-do = Pause setzen
floor-ready-do = Bereit setzen
floor-break-hint = Mit einem Kontakt in Bearbeitung beginnt die Pause nach dem Codieren. Bereit nimmt auch Wartendes zurück.
floor-intervene = Eingreifen
floor-unlock = Kontakt zurückholen
floor-end = Sitzung beenden
floor-now = Jetzt
floor-unread = { $n } noch nicht gelesen
floor-works-for = Arbeitet für
floor-works-for-none = Keine Kampagne: Es wird nichts angeboten.
floor-log = Was Supervisoren taten
floor-log-none = Noch nichts.
floor-unlock-title = Einen Kontakt zurückholen
floor-unlock-what = { $agent } bearbeitet:
floor-unlock-nothing = { $agent } bearbeitet nichts
floor-unlock-stale = Dieser Kontakt ist nicht mehr bei diesem Agenten. Nichts wurde geändert.
floor-end-title = Eine Sitzung beenden
floor-end-nothing = { $agent } ist nicht angemeldet
floor-end-after = { $agent } wird abgemeldet, sobald der Kontakt in Bearbeitung abgeschlossen ist.
floor-end-now = { $agent } wird sofort abgemeldet.
floor-end-sessions = { $n ->
    [one] Dann wird { $n } Browser abgemeldet.
    *[other] Dann werden { $n } Browser abgemeldet.
}
floor-end-hint = Wenn es sofort sein muss, holen Sie zuerst den Kontakt zurück.
threshold-title = Der Leitstand warnt, wenn …
threshold-stock = der Vorrat nicht länger reicht als (Minuten)
threshold-wrap-up = ein Agent länger nachbearbeitet als (Minuten)
threshold-silent = ein Arbeitsplatz länger still ist als (Minuten)
threshold-overdue = ein Rückruf länger überfällig ist als (Minuten)
threshold-wrong = Schreiben Sie ganze Minuten, 1 bis 1440.
threshold-hint = Pausen warnen nach ihrer Art: Jede sagt, nach wie vielen Minuten.
grid-works = arbeitet
grid-callbacks = nur Rückrufe
grid-today = nur heute
grid-tomorrow = nur morgen
grid-none = nicht
grid-saved = Gespeichert. Wer wartet, bekommt sofort das Richtige angeboten.
grid-empty = Nichts zum Ankreuzen
grid-empty-remedy = Es braucht eine offene Kampagne und einen passenden Agenten.
grid-hint = Kreuzen Sie an, wer wofür arbeitet. Gespeichert wird erst, wenn Sie gesehen haben, was sich ändert.
grid-row = Ganze Zeile
grid-column = Ganze Spalte
grid-look = Zeigen, was sich ändert
grid-template = Vorlage
grid-apply = Anwenden
grid-keep-as = Diese Häkchen behalten als
grid-forget-ask = Vorlage { $name } löschen? An der Arbeit ändert sich nichts.
grid-name-remedy = Eine Vorlage braucht einen Namen mit 1 bis 80 Zeichen.
grid-stale = Jemand hat das Raster inzwischen geändert. Nichts wurde gespeichert; sehen Sie es neu an.
floor-grid-look = Was sich ändert
grid-nothing = Nichts würde sich ändern
grid-changes = { $n ->
    [one] { $n } Änderung
    *[other] { $n } Änderungen
}
grid-was = Jetzt
grid-is = Dann
grid-save-hint = Ein Kontakt in Bearbeitung bleibt, bis er codiert ist.
desk-messages = Nachrichten vom Supervisor
desk-messages-read = Gelesen
