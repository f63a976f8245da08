# Benutzer, Rollen, Token.
people-title = Benutzer
people-new-title = Benutzer anlegen
people-search = Name oder Anmeldename
people-find = Anzeigen
people-name = Name
people-role = Rolle
people-state = Status
people-last = Letzte Anmeldung
people-all-roles = Alle Rollen
people-everybody = Alle
people-none = Niemand passt
people-none-remedy = { $n ->
    [one] Ohne diesen Filter gibt es { $n } Benutzer.
    *[other] Ohne diesen Filter gibt es { $n } Benutzer.
}
people-show-all = Alle anzeigen
people-login-hint = Kleinbuchstaben, Ziffern und . _ @ -
people-login-empty = Geben Sie einen Anmeldenamen ein.
people-login-long = Zu lang: nehmen Sie höchstens 64 Zeichen.
people-login-letters = Nehmen Sie nur Buchstaben a bis z, Ziffern und . _ @ -
people-login-taken = Dieser Anmeldename ist vergeben. Wählen Sie einen anderen.
people-name-empty = Geben Sie den Namen ein.
people-name-long = Zu lang: nehmen Sie höchstens 80 Zeichen.
people-name-letters = Ein Name ist eine Zeile Text.
people-role-hint = Ein Agent erhält einen Arbeitsplatz. Supervisoren leiten die Arbeit, Administratoren verwalten auch die Benutzer.
role-agent = Agent
role-supervisor = Supervisor
role-administrator = Administrator
user-active = aktiv
user-invited = eingeladen
user-locked = gesperrt
user-locked-out = ausgesperrt
user-off = ausgeschieden
people-invite = Anlegen und einladen
people-cancel = Abbrechen
people-link-title = Ein Link zum Weitergeben
people-invite-what = Mit diesem Link wählt { $name } ein Passwort und meldet sich an.
people-reset-what = Mit diesem Link wählt { $name } ein neues Passwort. Bis dahin gilt das bisherige.
people-link = Link
people-link-once = Nur jetzt zu sehen. Gilt einmal, 24 Stunden lang. Geben Sie ihn so weiter, dass ihn sonst niemand liest.
people-link-done = Fertig
people-link-hint = Ein neuer Link ersetzt einen unbenutzten.
people-link-not-active = Nur ein aktiver Benutzer kann einen Link erhalten. Setzen Sie den Status zuerst auf aktiv.
people-last-administrator = Dann bliebe kein Administrator übrig. Ernennen Sie zuerst einen anderen.
people-browser-language = Wie der Browser verlangt
people-change-ends = { $n ->
    [0] Zurzeit nicht angemeldet.
    [one] Eine andere Rolle oder ein anderer Status meldet den Benutzer ab: { $n } Sitzung.
    *[other] Eine andere Rolle oder ein anderer Status meldet den Benutzer ab: { $n } Sitzungen.
}
people-locked-out = Durch falsche Passwörter ausgesperrt bis { $time }.
people-unlock = Entsperren
people-reset = Link für neues Passwort erzeugen
people-invite-again = Neue Einladung erzeugen
people-end-sessions = { $n ->
    [one] { $n } Sitzung beenden
    *[other] { $n } Sitzungen beenden
}
people-not-logged-in = Zurzeit nicht angemeldet.
people-log-title = Protokoll
people-log-all = Alles zu diesem Benutzer
people-log-at = Wann
people-log-what = Was
people-log-about = Über
people-log-by = Durch
people-log-detail = Einzelheit
people-log-none = Noch ist nichts geschehen
people-log-older = Ältere
people-event-logged-in = angemeldet
people-event-login-failed = falsches Passwort
people-event-locked-out = ausgesperrt
people-event-logged-out = abgemeldet
people-event-password-changed = Passwort geändert
people-event-user-added = angelegt
people-event-user-changed = geändert
people-event-unlocked = entsperrt
people-event-session-ended = Sitzung beendet
people-event-link-made = Link erzeugt
people-event-link-used = Link benutzt
people-event-token-added = Token erzeugt
people-event-token-revoked = Token widerrufen
token-title = API-Token
token-new = Token erzeugen
token-name = Wofür ist es?
token-name-empty = Sagen Sie wofür, etwa „Webformular“.
token-scopes = Es darf
token-no-scope = Wählen Sie mindestens eines.
token-ends = Endet
token-year = in einem Jahr
token-quarter = in 90 Tagen
token-month = in 30 Tagen
token-forever = wenn es widerrufen wird
token-make = Token erzeugen
token-made-title = Das neue Token
token-made-what = „{ $name }“ sendet es mit jeder Anfrage als Authorization: Bearer.
token-secret = Token
token-once = Nur jetzt zu sehen. Wer es hat, darf, was es darf.
token-none = Kein Programm darf mit diesem Center sprechen
token-none-remedy = Erzeugen Sie ein Token für ein Webformular oder Ihre eigene Software.
token-by = Erzeugt von
token-made = Erzeugt
token-used = Zuletzt benutzt
token-revoke = Widerrufen
token-revoked = widerrufen
token-ask = „{ $name }“ widerrufen? Programme, die es benutzen, werden ab sofort abgewiesen; das lässt sich nicht rückgängig machen.
scope-read-lists = Listen und ihre Codes lesen
scope-read-contacts = Kontakte, Anrufversuche und Rückrufe lesen
scope-write-contacts = Kontakte anlegen und ändern
scope-read-campaigns = Kampagnen lesen
scope-read-suppressions = Sperrliste lesen
scope-write-suppressions = in die Sperrliste eintragen
