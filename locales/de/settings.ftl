# Eigene Einstellungen.
settings-title = Einstellungen
settings-look = Sprache und Aussehen
settings-theme = Farben
settings-theme-system = Wie das System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-save = Speichern
settings-access = Zugang
settings-login = Sie melden sich als { $login } an.
settings-sessions = Wo Sie angemeldet sind
settings-sessions-what = Eine Sitzung endet nach 12 Stunden, für Supervisoren und Administratoren auch nach 2 Stunden ohne Benutzung.
session-browser = Browser
session-address = Adresse
session-since = Seit
session-seen = Zuletzt benutzt
session-end = Dort abmelden
session-here = diese
session-end-others = { $n ->
    [one] Die andere abmelden
    *[other] Die { $n } anderen abmelden
}
password-title = Passwort ändern
password-must = Wählen Sie zuerst ein eigenes Passwort.
password-now = Derzeitiges Passwort
password-new = Neues Passwort
password-again = Neues Passwort noch einmal
password-hint = Mindestens { $n } Zeichen. Ein Satz merkt sich leicht.
password-ends = Überall sonst werden Sie abgemeldet.
password-change = Ändern
password-now-wrong = Das ist nicht Ihr derzeitiges Passwort.
password-too-short = Zu kurz: nehmen Sie 12 Zeichen oder mehr.
password-too-long = Zu lang: nehmen Sie höchstens 200 Zeichen.
password-is-login = Ihr Anmeldename ist kein Passwort. Ergänzen Sie etwas, das nur Sie wissen.
password-common = Zu leicht zu erraten. Nehmen Sie einige Wörter, die nicht zusammengehören.
password-same = Das ist das derzeitige. Wählen Sie ein anderes.
password-differs = Die beiden sind nicht gleich. Tippen Sie es noch einmal.

vocabulary-title = Wörter für Codes
vocabulary-what = Verlauf, Berichte und Exporte lassen sich in den Codes eines anderen Produkts zeigen. Am Platz werden immer die Codes der Liste selbst gewählt; die anderen stehen klein auf den Knöpfen.
vocabulary-shown = Codes in den Wörtern von
vocabulary-own = jeder Liste selbst
vocabulary-show = Zeigen
vocabulary-no-code = kein Code
