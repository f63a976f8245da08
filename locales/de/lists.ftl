# Anruflisten und der Weg einer Datei in eine Liste.
lists-title = Listen
lists-new-title = Neue Liste
lists-none = Es gibt noch keine Liste
lists-none-remedy = Eine Liste enthält die Kontakte, die Sie anrufen. Legen Sie eine an und importieren Sie dann eine Datei.
lists-search = Liste, Kampagne oder Katalog
lists-find = Zeigen
lists-no-fit = Keine Liste passt
lists-no-fit-remedy = { $n ->
    [one] Ohne Filter gibt es { $n } Liste.
    *[other] Ohne Filter gibt es { $n } Listen.
}
lists-show-all = Alle zeigen
lists-name = Name
lists-catalogue = Katalog
lists-country = Land
lists-contacts = Kontakte
lists-to-call = Anzurufen
lists-now = Jetzt
lists-today = Heute noch
lists-later = Später
lists-closed = Abgeschlossen
lists-campaigns = Kampagnen
lists-imported = Letzter Import
lists-no-campaign = in keiner Kampagne
lists-resting = ruht
lists-name-hint = Zum Beispiel Auftraggeber und Saison. Jeden Namen gibt es nur einmal.
lists-name-empty = Geben Sie einen Namen ein.
lists-name-long = Zu lang: höchstens 80 Zeichen.
lists-name-letters = Ein Name ist eine Zeile Text.
lists-name-taken = Es gibt schon eine Liste dieses Namens. Wählen Sie einen anderen.
lists-country-hint = Dessen Recht gilt für die Anrufe, und Nummern ohne + werden gelesen, wie man sie dort schreibt.
lists-catalogue-hint = Die Codes, die Agenten vergeben. Für eine Liste bleibt er gleich.
lists-with-campaign = und eine laufende Kampagne dazu
lists-make = Liste anlegen
lists-cancel = Abbrechen
lists-country-nl = Niederlande
lists-country-de = Deutschland
lists-country-ch = Schweiz
lists-country-hu = Ungarn
lists-country-gb = Vereinigtes Königreich
lists-country-us = Vereinigte Staaten
lists-back = Alle Listen
lists-figures = Kontakte
lists-find-contacts = Kontakte suchen
lists-results = Listenbericht
lists-export = Alle Kontakte exportieren:
lists-fields = Felder
lists-no-fields = Noch keine: der erste Import bringt sie mit.
lists-field-name = Feld
lists-field-column = Spalte der Datei
imports-title = Importe
imports-none = Noch wurde nichts importiert.
imports-file = Datei
imports-at = Wann
imports-mode = Art
imports-state = Stand
imports-do = Was Sie tun können
import-mode-append = hinzugefügt
import-mode-update = aktualisiert
import-mode-sync = mit der ganzen Datei abgeglichen
import-mode-by-hand = von Hand
import-state-staging = auf halbem Weg angehalten
import-state-running = läuft
import-state-live = live
import-state-undone = zurückgenommen
import-state-cancelled = aufgegeben
import-go-on = Fortsetzen
import-undo = Zurücknehmen
import-cancel = Aufgeben
import-undo-title = Diesen Import zurücknehmen?
import-undo-go = { $n ->
    [one] { $n } unbearbeiteter Kontakt verschwindet.
    *[other] { $n } unbearbeitete Kontakte verschwinden.
}
import-undo-stay = { $n ->
    [one] { $n } Kontakt hat eine Geschichte und bleibt.
    *[other] { $n } Kontakte haben eine Geschichte und bleiben.
}
import-undo-updated = { $n ->
    [one] { $n } Kontakt bekommt seine früheren Felder zurück. Eine geänderte Rufnummer bleibt geändert.
    *[other] { $n } Kontakte bekommen ihre früheren Felder zurück. Geänderte Rufnummern bleiben geändert.
}
import-undo-again = Die Datei kann danach erneut importiert werden.
import-undo-do = Import zurücknehmen
import-cancel-title = Diesen Import aufgeben?
import-cancel-go = { $n ->
    [one] { $n } gelesene Zeile wird verworfen. Niemand hat etwas davon gesehen.
    *[other] { $n } gelesene Zeilen werden verworfen. Niemand hat etwas davon gesehen.
}
import-cancel-do = Import aufgeben
import-not-live = Dieser Import ist nicht live, es gibt nichts zurückzunehmen.
import-not-staged = Dieser Import wartet auf nichts und kann nicht aufgegeben werden. Ein Import, der live ist, lässt sich zurücknehmen.
import-staging-note = Er wurde auf halbem Weg angehalten: niemand sieht etwas davon. Liegt die Datei noch hier, geht es auf der Seite der Liste weiter, sonst setzt derselbe Befehl ihn fort.
import-figures = Was daraus wurde
import-to-list = Zur Liste
import-said = { $imported ->
    [one] { $imported } Kontakt wurde importiert, { $rejected } abgewiesen.
    *[other] { $imported } Kontakte wurden importiert, { $rejected } abgewiesen.
}
import-said-update = { $updated } aktualisiert, { $imported } neu, { $rejected } abgewiesen.
counted-rows = Zeilen
counted-imported = Importiert
counted-updated = Aktualisiert
counted-unchanged = Unverändert
counted-rejected = Abgewiesen
counted-invalid = Keine brauchbare Nummer
counted-duplicate = Doppelt
counted-suppressed = Gesperrt
counted-excluded = Vom Auftraggeber ausgeschlossen
counted-absent = Nicht in der Datei
upload-title = Datei importieren
upload-list = In Liste
upload-list-later = Im nächsten Schritt wählen
upload-list-choose = Liste wählen
upload-list-empty = Wählen Sie die Liste, in die die Kontakte kommen, oder legen Sie eine neue an.
upload-file = Datei
upload-hint = CSV, XLSX, XLS oder ODS mit Kopfzeile, höchstens { $largest } MB. Vor Ihrer Bestätigung wird nichts geschrieben.
upload-drop = Sie können die Datei auch auf diese Seite ziehen.
upload-sending = Datei wird gesendet
upload-send = Datei ansehen
upload-no-file = Wählen Sie eine Datei.
upload-replaces = Die neue Datei tritt an die Stelle von { $file }. Was die Spalten bedeuten, bleibt erhalten.
upload-another = Andere Datei
upload-abandon = Datei verwerfen
upload-abandon-title = Diese Datei verwerfen?
upload-abandon-what = { $file } und Ihre Angaben zu den Spalten werden hier entfernt. Ihre eigene Kopie bleibt.
upload-busy = An dieser Datei wird gearbeitet, oder sie ist schon importiert. Warten Sie, bis das fertig ist, oder halten Sie es zuerst an.
upload-not-running = Mit dieser Datei ist nichts im Gange.
upload-not-checked = Die Datei muss geprüft sein, bevor sie importiert werden kann. Prüfen Sie sie zuerst.
upload-state-open = noch zu beschreiben
upload-state-checking = wird geprüft
upload-state-checked = geprüft
upload-state-importing = wird importiert
upload-state-imported = importiert
upload-state-broken = braucht Ihre Hilfe
underway-title = Unterwegs
underway-rows = { $n } Zeilen
underway-waits = Wartet, bis es an der Reihe ist.
underway-go-on = Fortsetzen
underway-leave = Sie können diese Seite schließen: es geht weiter, und Sie finden es unter Listen wieder.
underway-look = Erneut nachsehen
underway-stop = Anhalten
steps-title = Schritte des Imports
steps-back = Zurück
step-file = 1 Datei
step-columns = 2 Spalten
step-problems = 3 Probleme
step-confirm = 4 Bestätigen
step-result = 5 Ergebnis
see-reading = Wie die Datei gelesen wird
see-again = Neu lesen
see-new-list = Gibt es die Liste noch nicht?
see-title = Was wir sehen
see-go = Weiter zu den Spalten
seen-format = Format
seen-columns = Spalten
seen-rows = Zeilen
seen-size = Größe
seen-encoding = Zeichensatz
seen-delimiter = Trennzeichen
seen-sheet = Tabellenblatt
seen-more-rows = { $n ->
    [one] mehr als { $n }
    *[other] mehr als { $n }
}
seen-odd = { $n ->
    [one] { $n } Zeile lässt sich so nicht lesen. Sind es viele, stimmt vielleicht das Trennzeichen oder der Zeichensatz nicht.
    *[other] { $n } Zeilen lassen sich so nicht lesen. Sind es viele, stimmt vielleicht das Trennzeichen oder der Zeichensatz nicht.
}
seen-renamed = { $n ->
    [one] { $n } Spalte hatte keinen eigenen Namen und bekam einen.
    *[other] { $n } Spalten hatten keinen eigenen Namen und bekamen einen.
}
seen-one-column = Es gibt nur eine Spalte. Sollten es mehr sein, wählen Sie ein anderes Trennzeichen und lesen Sie neu.
seen-known = Erkannt:
seen-found = { $found } (gefunden)
seen-find = selbst finden
delimiter-semicolon = Semikolon ;
delimiter-comma = Komma ,
delimiter-tab = Tabulator
delimiter-bar = Strich |
delimiter-none = keines
known-phone = Telefon
known-mobile = Mobiltelefon
known-name = Name
known-first-name = Vorname
known-last-name = Nachname
known-salutation = Anrede
known-company = Firma
known-email = E-Mail
known-postcode = Postleitzahl
known-city = Ort
known-street = Straße
known-house-number = Hausnummer
known-birth-date = Geburtsdatum
known-note = Bemerkung
known-optin-who = Einwilligung: wer
known-optin-source = Einwilligung: Quelle
known-optin-date = Einwilligung: Datum
known-optin-id = Einwilligung: Kennung
known-optin-description = Einwilligung: Text
known-reference = Schlüssel
known-country = Land
known-time-zone = Zeitzone
known-contact-type = Art des Kontakts
known-excluded = ausgeschlossen
columns-from-you = Wie Sie es angegeben haben.
columns-from-last = Ausgefüllt wie bei der letzten Datei mit dieser Kopfzeile. Prüfen Sie es und gehen Sie weiter.
columns-from-names = Vorgeschlagen nach den Spaltennamen. Prüfen Sie es und ändern Sie, was anders ist.
columns-wrong = Etwas stimmt noch nicht. Es steht daneben; nichts von Ihrer Auswahl ist verloren.
columns-column = Spalte und was darin steht
columns-becomes = Wird zu
columns-leave-out = weglassen
columns-name = Feld
columns-required = Pflicht
columns-order = Wählfolge
columns-more = Mehr
columns-max = Höchstens Zeichen
columns-choices = Auswahl, durch Kommas getrennt
columns-form = Daten stehen als
columns-form-usual = wie im Land üblich
columns-form-iso = 2026-07-31
columns-form-dmy = 31.07.2026
columns-form-mdy = 07/31/2026
columns-form-ymd = 2026.07.31
columns-type-text = Text
columns-type-integer = ganze Zahl
columns-type-decimal = Zahl
columns-type-date = Datum
columns-type-datetime = Datum mit Uhrzeit
columns-type-email = E-Mail
columns-type-phone = Rufnummer
columns-type-bool = ja oder nein
columns-type-choice = Auswahl
columns-rows-title = Was aus den Zeilen wird
columns-mode = Eine Zeile ist
columns-mode-append = ein neuer Kontakt
columns-mode-update = die neuen Daten des Kontakts mit diesem Schlüssel, oder ein neuer
columns-mode-sync = dasselbe, und wer nicht in der Datei steht, wird abgeschlossen
columns-invalid = Zeilen ohne wählbare Nummer
columns-duplicate = Zeilen, die es schon gibt
columns-store-closed = speichern, abgeschlossen mit Code { $code }
columns-reject = abweisen
columns-truncate = Zu lange Texte kürzen, statt die Zeile abzuweisen
columns-contact-title = Wer ein Kontakt ist
columns-key = Schlüssel: die Spalte, an der ein Kontakt erkannt wird
columns-none = keine
columns-dedupe = Doppelte an anderen Spalten erkennen
columns-dedupe-hint = Wenn Sie nichts ankreuzen, sind zwei Zeilen mit derselben ersten Nummer ein Kontakt.
columns-country = Nummern ohne + sind geschrieben wie in
columns-kind = Kontakte sind
columns-kind-consumer = Verbraucher
columns-kind-sole-trader = Einzelunternehmer
columns-kind-company = Unternehmen
columns-roles-title = Spalten mit einer Rolle
columns-country-column = Land des Kontakts
columns-zone-column = Zeitzone des Kontakts
columns-kind-column = Verbraucher, Einzelunternehmer oder Unternehmen
columns-owner-column = Wessen Kontakt es ist
columns-owner-hint = Anmeldenamen von Agenten. Leer: Der Besitzer bleibt, wie er ist.
columns-exclude-column = Darf nicht angerufen werden
columns-exclude-values = Wörter darin, die ausschließen
columns-exclude-hint = Durch Kommas getrennt. Leer: jedes Wort für Ja.
columns-into = Die Kontakte kommen in { $list }. Zuerst wird die ganze Datei geprüft; geschrieben wird noch nichts.
columns-go = Datei prüfen
columns-name-empty = Geben Sie dem Feld einen Namen, oder lassen Sie die Spalte weg.
columns-name-letters = Nur Buchstaben, Ziffern und _, ein Buchstabe zuerst.
columns-name-long = Zu lang: höchstens 64 Zeichen.
columns-name-ours = Dispo verwendet diesen Namen selbst. Wählen Sie einen anderen.
columns-name-twice = Eine andere Spalte hat diesen Namen schon. Wählen Sie einen anderen.
columns-max-bad = Höchstens Zeichen: schreiben Sie eine ganze Zahl über 0.
columns-order-bad = Wählfolge: schreiben Sie 1, 2, 3 …
columns-choices-empty = Tragen Sie die Auswahl unter Mehr ein.
columns-key-needed = Aktualisieren braucht einen Schlüssel. Wählen Sie die Spalte.
columns-key-left-out = Diese Spalte wird weggelassen. Nehmen Sie sie auf, oder wählen Sie einen anderen Schlüssel.
columns-no-numbers = Keine Spalte enthält Rufnummern. Wählen Sie bei der richtigen „Rufnummer“.
check-running = Die Datei wird geprüft
check-writes-nothing = Noch ist nichts geschrieben.
check-title = Was daraus würde
check-kinds = Probleme
check-problems = { $n ->
    [one] { $n } Problem
    *[other] { $n } Probleme
}
check-no-problems = Jede Zeile ist in Ordnung.
check-download = Alle Probleme als CSV
check-go = Weiter zum Bestätigen
check-columns = Spalten ändern
check-again = Erneut prüfen
check-read-anew = Anders lesen
check-not-yet = Noch nicht geprüft
check-do = Datei prüfen
confirm-title = Import bestätigen
confirm-said = { $imported ->
    [one] { $imported } Kontakt wird in { $list } importiert, { $rejected } abgewiesen.
    *[other] { $imported } Kontakte werden in { $list } importiert, { $rejected } abgewiesen.
}
confirm-said-update = { $updated } in { $list } aktualisiert, { $imported } neu, { $unchanged } unverändert, { $rejected } abgewiesen.
confirm-absent = { $n ->
    [one] { $n } offener Kontakt der Liste steht nicht in der Datei und wird abgeschlossen.
    *[other] { $n } offene Kontakte der Liste stehen nicht in der Datei und werden abgeschlossen.
}
confirm-closed = { $n ->
    [one] { $n } davon wird abgeschlossen gespeichert und nicht angerufen.
    *[other] { $n } davon werden abgeschlossen gespeichert und nicht angerufen.
}
confirm-problems = { $n ->
    [one] { $n } Problem bleibt beim Import und lässt sich später herunterladen.
    *[other] { $n } Probleme bleiben beim Import und lassen sich später herunterladen.
}
confirm-undo = Danach lässt es sich zurücknehmen. Bis dahin bearbeitete Kontakte bleiben.
confirm-nothing = In { $list } würde sich nichts ändern. Sehen Sie die Probleme an, oder ändern Sie die Spalten.
confirm-do = { $n ->
    [one] { $n } Kontakt importieren
    *[other] { $n } Kontakte importieren
}
confirm-do-update = { $n ->
    [one] { $n } Kontakt aktualisieren
    *[other] { $n } Kontakte aktualisieren
}
running-title = Der Import läuft
running-unseen = Niemand sieht etwas davon, bevor alles gelesen ist.
running-done = Importiert
running-see = Ergebnis ansehen
running-stopped = Der Import ist angehalten
running-waits = Was gelesen ist, wartet ungesehen. Fortsetzen beginnt, wo er angehalten wurde.
problems-file = Probleme
problem-line = Zeile
problem-column = Spalte
problem-value = Wert
problem-what = Problem
problem-do = Was zu tun ist
problem-detail = Im Einzelnen (Englisch)
problem-no-number = Keine Rufnummer
problem-no-number-remedy = Tragen Sie eine ein, oder lassen Sie die Zeile.
problem-number-written = Etwas anderes als eine Nummer
problem-number-written-remedy = Nur Ziffern, Leerzeichen und Striche, eine Nummer je Spalte, ein Plus zuerst.
problem-number-short = Nummer zu kurz
problem-number-short-remedy = Es fehlen Ziffern. Sehen Sie an der Quelle nach.
problem-number-long = Nummer zu lang
problem-number-long-remedy = Es sind zu viele Ziffern. Zwei Nummern gehören in zwei Spalten.
problem-number-unknown = Vorwahl gibt es nicht
problem-number-unknown-remedy = Prüfen Sie die ersten Ziffern, und ob das Land stimmt.
problem-number-prefix = Vorwahl fehlt oder stimmt nicht
problem-number-prefix-remedy = Schreiben Sie sie wie im Inland gewählt oder mit + und Landesvorwahl. Sind es viele, wählen Sie ein anderes Land.
problem-number-scientific = Nummer von der Tabelle verdorben
problem-number-scientific-remedy = Formatieren Sie die Spalte als Text und exportieren Sie neu: die letzten Ziffern sind verloren.
problem-required = Pflichtangabe fehlt
problem-required-remedy = Füllen Sie sie aus, oder verlangen Sie sie unter Spalten nicht.
problem-too-long = Text zu lang
problem-too-long-remedy = Kürzen Sie ihn, heben Sie die Grenze an, oder lassen Sie lange Texte kürzen.
problem-cut = Text gekürzt
problem-cut-remedy = Die Zeile wird mit dem Anfang des Textes übernommen.
problem-date = Kein Datum
problem-date-remedy = Schreiben Sie einen Tag, den es gibt, oder wählen Sie unter Spalten, wie Daten geschrieben sind.
problem-figure = Keine Zahl
problem-figure-remedy = Schreiben Sie Ziffern, oder nehmen Sie die Spalte als Text.
problem-email = Keine einzelne E-Mail-Adresse
problem-email-remedy = Schreiben Sie sie wie name@example.org, oder nehmen Sie die Spalte als Text.
problem-truth = Weder Ja noch Nein
problem-truth-remedy = Schreiben Sie ja oder nein, 1 oder 0.
problem-choice = Keine der Möglichkeiten
problem-choice-remedy = Schreiben Sie eine der Möglichkeiten, oder ergänzen Sie sie unter Spalten.
problem-formula = Fehler einer Formel
problem-formula-remedy = Berichtigen Sie die Formel in der Tabelle, oder leeren Sie die Zelle.
problem-country = Land unbekannt
problem-country-remedy = Nummern dieser Zeile brauchen + und Landesvorwahl.
problem-contact-type = Art des Kontakts unbekannt
problem-contact-type-remedy = Schreiben Sie Verbraucher, Einzelunternehmer oder Unternehmen. Es gilt Verbraucher, der am besten geschützt ist.
problem-owner-unknown = Besitzer ist kein Agent
problem-owner-unknown-remedy = Schreiben Sie den Anmeldenamen eines Agenten. Der Kontakt wird aufgenommen, der Besitzer bleibt, wie er ist.
problem-owner-gone = Besitzer ist ausgeschieden
problem-owner-gone-remedy = Nennen Sie einen anderen Agenten. Der Kontakt wird aufgenommen, der Besitzer bleibt, wie er ist.
problem-owner-elsewhere = Besitzer arbeitet für eine andere Kampagne
problem-owner-elsewhere-remedy = Lassen Sie den Agenten für eine Kampagne der Liste arbeiten, oder nennen Sie einen anderen. Der Kontakt wird aufgenommen, der Besitzer bleibt, wie er ist.
problem-ground = Einwilligung, die nicht zählt
problem-ground-remedy = Angeben, wann, wie und wo sie erteilt wurde; ein künftiger Tag zählt erst ab diesem Tag.
problem-zone = Keine Zeitzone
problem-zone-remedy = Schreiben Sie zum Beispiel Europe/Berlin. Es gilt die Zone der Nummer.
problem-cells = Falsche Zahl von Zellen
problem-cells-remedy = Setzen Sie Texte mit Umbrüchen oder Trennzeichen in Anführungszeichen. Sind es viele Zeilen, wählen Sie ein anderes Trennzeichen.
problem-quotes = Anführungszeichen nicht in Ordnung
problem-quotes-remedy = Schließen Sie das Zeichen, oder verdoppeln Sie es, wo es zum Text gehört.
problem-encoding = Unlesbare Zeichen
problem-encoding-remedy = Wählen Sie unter Datei einen anderen Zeichensatz, oder speichern Sie die Datei als UTF-8.
problem-header = Kopfzeile
problem-header-remedy = Eine Spalte ohne Namen oder mit dem einer anderen bekam einen.
problem-key-empty = Schlüssel fehlt
problem-key-empty-remedy = Aktualisieren geht über den Schlüssel: füllen Sie ihn aus.
problem-key-twice = Schlüssel steht doppelt in der Datei
problem-key-twice-remedy = Behalten Sie eine der beiden Zeilen; die erste zählt.
problem-domain = Keine Domain eines Unternehmens
problem-domain-remedy = Nennen Sie die E-Mail-Adressen einzeln, oder schreiben Sie eine Domain wie example.org.
problem-names-nobody = Nennt niemanden
problem-names-nobody-remedy = Tragen Sie eine Rufnummer, eine E-Mail-Adresse oder eine Domain ein.
problem-duplicate-in-file = Doppelt in der Datei
problem-duplicate-in-file-remedy = Die erste Zeile zählt. Was aus den anderen wird, steht unter Spalten.
problem-duplicate-in-list = Schon in der Liste
problem-duplicate-in-list-remedy = Um vorhandene Kontakte zu ändern, wählen Sie unter Spalten Aktualisieren.
problem-locked = Vom Telefonanbieter gesperrt: wird nicht angerufen
problem-locked-remedy = Den Anbieter bitten, es aufzuheben, oder die Zeile weglassen.
problem-suppressed = Gesperrt: wird nicht angerufen
problem-suppressed-remedy = Nichts zu tun: wer widersprochen hat, bleibt ungestört.
problem-not-changed = Nummer nicht geändert
problem-not-changed-remedy = Der Kontakt wurde gerade angerufen. Importieren Sie die Zeile später noch einmal.
problem-other = Sonstiges
problem-other-remedy = Die heruntergeladene Datei sagt, was es ist.
file-trouble-gone = Die Datei ist nicht mehr hier.
file-trouble-gone-remedy = Geben Sie sie noch einmal ab: was die Spalten bedeuten, bleibt erhalten.
file-trouble-empty = Die Datei ist leer.
file-trouble-empty-remedy = Sie braucht eine Kopfzeile und eine Zeile je Kontakt. Wählen Sie eine andere Datei.
file-trouble-no-rows = Die Datei hat eine Kopfzeile und keinen Kontakt darunter.
file-trouble-no-rows-remedy = Fügen Sie eine Zeile je Kontakt hinzu. Bei einer Arbeitsmappe stehen die Kontakte vielleicht auf einem anderen Blatt.
file-trouble-unreadable = Die Datei gibt sich als { $detail } aus und lässt sich so nicht lesen.
file-trouble-unreadable-remedy = Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie neu und geben Sie das ab.
file-trouble-protected = Die Arbeitsmappe ist mit einem Kennwort geschützt.
file-trouble-protected-remedy = Speichern Sie sie ohne Kennwort und geben Sie das ab.
file-trouble-too-large = Die Arbeitsmappe ist ausgepackt zu groß zum Lesen.
file-trouble-too-large-remedy = Speichern Sie das Blatt als CSV und geben Sie das ab.
file-trouble-too-wide = Es sind { $detail } Spalten, höchstens 4.096 sind möglich.
file-trouble-too-wide-remedy = Entfernen Sie, was niemand braucht, oder wählen Sie ein anderes Trennzeichen.
file-trouble-no-sheet = Es gibt kein Blatt „{ $detail }“.
file-trouble-no-sheet-remedy = Wählen Sie ein anderes Blatt.
file-trouble-markup = Die Datei ist eine Webseite oder XML, was auch immer ihr Name sagt.
file-trouble-markup-remedy = Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie als XLSX oder CSV und geben Sie das ab.
file-trouble-not-a-list = Die Datei ist keine Tabelle.
file-trouble-not-a-list-remedy = Speichern Sie die Liste als CSV, XLSX, XLS oder ODS und geben Sie das ab.
file-trouble-encoding = Es gibt keinen Zeichensatz „{ $detail }“.
file-trouble-encoding-remedy = Wählen Sie einen aus der Liste.
file-trouble-delimiter = „{ $detail }“ kann kein Trennzeichen sein.
file-trouble-delimiter-remedy = Wählen Sie eines aus der Liste.
file-trouble-header = Die Kopfzeile in Zeile { $line } lässt sich nicht lesen: { $detail }
file-trouble-header-remedy = Wählen Sie einen anderen Zeichensatz oder ein anderes Trennzeichen, oder geben Sie eine andere Datei ab.
file-trouble-definition = Die Spalten passen nicht zu dieser Datei: { $detail }
file-trouble-definition-remedy = Sehen Sie die Spalten noch einmal an und prüfen Sie erneut.
file-trouble-nobody-named = Keine Spalte der Datei nennt jemanden.
file-trouble-nobody-named-remedy = Wählen Sie, welche Spalte Rufnummern, E-Mail-Adressen oder Domains enthält.
file-trouble-not-asked = Ein Teil der Datei ist nicht lesbar, und nur der Rest wurde nicht verlangt.
file-trouble-not-asked-remedy = Sehen Sie die Datei noch einmal an.
file-trouble-register-unknown = Es gibt kein Register { $detail }.
file-trouble-register-unknown-remedy = Importieren Sie es zuerst ganz.
file-trouble-register-older = Das Register { $detail } ist von einem späteren Zeitpunkt als diese Datei.
file-trouble-register-older-remedy = Besorgen Sie eine neuere Datei, oder geben Sie an, von welchem Tag diese ist.
file-trouble-register-to-come = Die Datei soll von einem Tag sein, der erst kommt.
file-trouble-register-to-come-remedy = Geben Sie an, von welchem Tag sie ist.
file-trouble-register-overtaken = Jemand anderes importiert inzwischen das Register { $detail }.
file-trouble-register-overtaken-remedy = Warten Sie, bis das fertig ist, und sehen Sie wieder nach.
file-trouble-broken-off = Die Arbeit wurde auf unserer Seite unterbrochen.
file-trouble-broken-off-remedy = Versuchen Sie es noch einmal: es geht weiter, wo es war.
file-trouble-breaks-off = Die Datei bricht in Zeile { $line } ab: { $detail }
file-trouble-breaks-off-remedy = Besorgen Sie eine vollständige Kopie, oder schließen Sie dort das Anführungszeichen. Wurde Trennzeichen oder Zeichensatz falsch gelesen, wählen Sie anders.
file-trouble-odd-rows = Keine Zeile lässt sich lesen; zuletzt versucht wurde Zeile { $line }.
file-trouble-odd-rows-remedy = Wählen Sie ein anderes Trennzeichen oder einen anderen Zeichensatz und lesen Sie neu. Auch ein nie geschlossenes Anführungszeichen bewirkt das.
lists-field-kind = Typ
lists-field-rules = Regeln
lists-field-max = { $n ->
    [one] höchstens { $n } Zeichen
    *[other] höchstens { $n } Zeichen
}
retention-title = Letzter Tag und Löschung
retention-expires = Letzter Anruftag
retention-erase = Löschen am
retention-save = Tage übernehmen
retention-hint = Nach dem letzten Tag wird niemand mehr angeboten. Am Löschtag verschwinden alle persönlichen Daten der Liste; die Zahlen bleiben.
retention-evidence = Der Nachweis einer heute genutzten Einwilligung muss bis { $until } aufbewahrt werden: beim Löschen wird er gesondert aufgehoben.
retention-erased = Die persönlichen Daten dieser Liste wurden am { $at } gelöscht.
retention-no-day = Das ist kein Tag: einen wählen oder leer lassen.
retention-too-early = Die Liste würde gelöscht, während noch angerufen wird: einen späteren Tag wählen.
