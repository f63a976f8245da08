# Nummern, die nicht angerufen werden dürfen.
suppressions-title = Sperrliste
suppressions-look-up = Eine Nummer, E-Mail-Adresse oder Domain nachschlagen
suppressions-number = Nummer, E-Mail-Adresse oder Domain
suppressions-number-wrong = Das ist weder Nummer noch E-Mail-Adresse noch Domain. Schreiben Sie eine Nummer mit ihrem Land, etwa +31 20 123 4567.
suppressions-until-wrong = Dies ist kein künftiger Tag. Wählen Sie einen im Kalender, oder lassen Sie das Feld leer.
suppressions-none = Niemand hat das einzeln gesperrt.
suppressions-registers = Register
suppressions-register = Register
suppressions-no-register = Es gibt noch kein Register
suppressions-no-register-remedy = Importieren Sie eines aus einer Datei.
suppressions-found = Diese Nummer
suppressions-is-in = steht darin
suppressions-is-not-in = steht nicht darin
suppressions-as-of = Stand
suppressions-age = Alter
suppressions-numbers = Nummern
suppressions-where = Wo
suppressions-source = Quelle
suppressions-imported = Eingelesen
suppressions-closing = Kontakte werden geschlossen
suppressions-reason = Grund
suppressions-since = Seit
suppressions-until = Bis
suppressions-for-good = auf Dauer
suppressions-last-day = Letzter Tag
suppressions-person = Eine Person, über eine E-Mail-Adresse
suppressions-domain-wrong = Das ist keine Domain eines Unternehmens. Wo viele Leute Adressen haben, sperren Sie die eine Adresse.
suppressions-first-day = Erster Tag
suppressions-from-wrong = Das ist kein Tag. Wählen Sie einen aus dem Kalender, oder lassen Sie das Feld leer.
suppressions-of = alle Kampagnen von { $name }
suppressions-advertisers = Werbende
suppressions-campaigns = Kampagnen
suppressions-falls-back = galt dem Werbenden; die Kampagne hatte keinen
suppressions-add = Jemanden sperren
suppressions-add-do = Sperren
suppressions-lift = Aufheben
suppressions-lift-ask = Aufheben? { $number } darf dann wieder angerufen werden.
suppressions-why = Warum sie aufgehoben wird
suppressions-why-empty = Sagen Sie, warum sie aufgehoben wird: Der Grund wird aufbewahrt.
suppressions-lifted = Aufgehoben
suppressions-lifted-at = Aufgehoben am
suppressions-lifted-by = Von
suppressions-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
suppressions-file-title = Datei importieren
suppressions-file-hint = CSV, Text, XLSX, XLS oder ODS mit Rufnummern, E-Mail-Adressen oder Domains, höchstens { $largest } MB. Vor der Bestätigung wird nichts geschrieben.
suppressions-file-names = Was diese Spalte nennt:
suppressions-file-names-number = Rufnummern
suppressions-file-names-person = E-Mail-Adressen
suppressions-file-names-domain = Domains
suppressions-file-names-any = Gemischt, wird unterschieden
suppressions-file-names-nothing = Weglassen
suppressions-file-columns-none = Keine Spalte nennt jemanden: wählen Sie, welche Rufnummern, E-Mail-Adressen oder Domains enthält. Ein Register nimmt nur Rufnummern.
suppressions-file-country = Rufnummern ohne Land sind aus
suppressions-file-becomes = Was damit geschieht
suppressions-file-what = Die Datei enthält
suppressions-file-each = wer nicht angerufen werden darf: jeder wird gesperrt und bleibt es, bis jemand die Sperre aufhebt
suppressions-file-full = ein ganzes Register: Rufnummern, die fehlen, verlassen das Register
suppressions-file-add = Rufnummern, die in ein Register gekommen sind
suppressions-file-remove = Rufnummern, die ein Register verlassen haben
suppressions-file-register = Name des Registers
suppressions-file-register-empty = Geben Sie dem Register einen Namen von 1 bis 80 Zeichen.
suppressions-file-register-unknown = Dieses Register gibt es noch nicht: importieren Sie es zuerst ganz, oder wählen Sie ein vorhandenes.
suppressions-file-as-of = Die Datei ist vom (Tag)
suppressions-file-as-of-wrong = Das ist kein Tag bis heute. Wählen Sie einen im Kalender, oder lassen Sie das Feld leer für den Zeitpunkt der Abgabe.
suppressions-file-check = Ansehen, was geschähe
suppressions-file-change = Anders angeben
suppressions-file-nobody = Die Datei nennt niemanden, der gesperrt werden kann.
suppressions-file-nothing-new = Alle, die die Datei nennt, sind schon da.
suppressions-file-half = { $n ->
    [one] { $n } Problem: was nicht lesbar ist, bliebe weg. Bessern Sie die Datei aus, oder importieren Sie nur den Rest.
   *[other] { $n } Probleme: was nicht lesbar ist, bliebe weg. Bessern Sie die Datei aus, oder importieren Sie nur den Rest.
}
suppressions-file-not-asked = Ein Teil der Datei ist nicht lesbar. Es wird nichts importiert, außer Sie verlangen nur den Rest.
suppressions-file-do = { $n ->
    [one] { $n } Eintrag importieren
   *[other] { $n } Einträge importieren
}
suppressions-file-do-good = { $n ->
    [one] Nur den { $n } lesbaren importieren
   *[other] Nur die { $n } lesbaren importieren
}
suppressions-file-back = Zu allen Sperren
suppressions-count-rows = Zeilen
suppressions-count-numbers = Rufnummern
suppressions-count-persons = E-Mail-Adressen
suppressions-count-domains = Domains
suppressions-count-repeated = mehrmals genannt
suppressions-count-known = schon da
suppressions-count-leaving = würden das Register verlassen
suppressions-count-total = enthielte das Register
suppressions-count-new = wären neu
suppressions-count-closing = offene Kontakte würden geschlossen
suppressions-count-all = jetzt enthalten
suppressions-count-added = neu
suppressions-count-left = haben das Register verlassen
suppressions-count-closed = offene Kontakte geschlossen
suppressions-export = Alle als CSV
suppressions-register-do = Was zu tun ist
suppressions-register-export = { $name } als CSV
suppressions-withdraw = Zurückziehen
suppressions-withdraw-title = Dieses Register zurückziehen?
suppressions-withdraw-of = { $name } zurückziehen
suppressions-withdraw-what = { $n ->
    [one] Es enthält { $n } Rufnummer, die danach wieder angerufen werden darf, wenn nichts anderes es verbietet. Geschlossene Kontakte bleiben geschlossen.
   *[other] Es enthält { $n } Rufnummern, die danach wieder angerufen werden dürfen, wenn nichts anderes es verbietet. Geschlossene Kontakte bleiben geschlossen.
}
suppressions-withdraw-law = Wo das Gesetz einen Abgleich mit diesem Register verlangt, wird niemand angerufen, bis es neu importiert ist.
