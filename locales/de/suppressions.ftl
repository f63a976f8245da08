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
suppressions-no-register-remedy = Lesen Sie eines aus einer Datei ein mit `dispo suppress import --register`.
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
