# Die Prüfspur.
audit-title = Prüfspur
audit-who = Wer
audit-of = Wovon
audit-contact = Kontakt (Liste/Nummer)
audit-from = Von
audit-until = Bis einschließlich
audit-none = In der Prüfspur steht nichts
audit-check = Prüfspur prüfen
audit-rows = { $n ->
    [one] { $n } Zeile.
    *[other] { $n } Zeilen.
}
audit-whole = Die Prüfspur ist vollständig: nichts wurde geändert oder entfernt.
audit-broken = Die Prüfspur stimmt nicht: Zeile { $seq } wurde geändert oder entfernt.
audit-desk = Arbeitsplatz { $id }
audit-token = Programm „{ $name }“
audit-program = Befehlszeile
audit-system = Das Haus selbst
audit-saw = sah
audit-searched = suchte
audit-changed = änderte
audit-exported = nahm mit
audit-imported = importierte
audit-undone = machte einen Import rückgängig
audit-listened = hörte mit
audit-erased = löschte
audit-forgot = vergaß alte Zeilen
audit-about-contacts = Kontakte
audit-about-lists = Listen
audit-about-campaign = Kampagne
audit-about-agent = Agenten
audit-about-token = Token
audit-about-suppression = Sperrungen
audit-about-queue = Inbound-Rufnummer
audit-about-results = Ergebnisse
audit-about-import = Import
audit-about-audit = Prüfspur
audit-about-house = Haus
