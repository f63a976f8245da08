# Nummers die niet gebeld mogen worden.
suppressions-title = Niet bellen
suppressions-look-up = Een nummer, e-mailadres of domein opzoeken
suppressions-number = Nummer, e-mailadres of domein
suppressions-number-wrong = Dit is geen nummer, e-mailadres of domein. Schrijf een nummer met het land, zoals +31 20 123 4567.
suppressions-until-wrong = Dit is geen dag in de toekomst. Kies er een uit de kalender, of laat het leeg.
suppressions-none = Niemand heeft dit afzonderlijk geblokkeerd.
suppressions-registers = Registers
suppressions-register = Register
suppressions-no-register = Er is nog geen register
suppressions-no-register-remedy = Importeer er een uit een bestand.
suppressions-found = Dit nummer
suppressions-is-in = staat erin
suppressions-is-not-in = staat er niet in
suppressions-as-of = Stand van
suppressions-age = Ouderdom
suppressions-numbers = Nummers
suppressions-where = Waar
suppressions-source = Bron
suppressions-imported = Ingelezen
suppressions-closing = contacten worden gesloten
suppressions-reason = Reden
suppressions-since = Sinds
suppressions-until = Tot
suppressions-for-good = voorgoed
suppressions-last-day = Laatste dag
suppressions-person = Een persoon, via een e-mailadres
suppressions-domain-wrong = Dit is geen domein van één bedrijf. Waar veel mensen adressen hebben, blokkeert u het ene adres.
suppressions-first-day = Eerste dag
suppressions-from-wrong = Dit is geen dag. Kies er een uit de kalender, of laat het leeg.
suppressions-of = alle campagnes van { $name }
suppressions-advertisers = Adverteerders
suppressions-campaigns = Campagnes
suppressions-falls-back = bedoeld voor de adverteerder; die was er niet
suppressions-add = Iemand blokkeren
suppressions-add-do = Blokkeren
suppressions-lift = Opheffen
suppressions-lift-ask = Opheffen? { $number } mag dan weer gebeld worden.
suppressions-why = Waarom het wordt opgeheven
suppressions-why-empty = Zeg waarom het wordt opgeheven: de reden wordt bewaard.
suppressions-lifted = Opgeheven
suppressions-lifted-at = Opgeheven op
suppressions-lifted-by = Door
suppressions-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagen
}
suppressions-file-title = Bestand importeren
suppressions-file-hint = CSV, tekst, XLSX, XLS of ODS met telefoonnummers, e-mailadressen of domeinen, hoogstens { $largest } MB. Er wordt niets geschreven voordat u bevestigt.
suppressions-file-names = Wat deze kolom noemt:
suppressions-file-names-number = Nummers
suppressions-file-names-person = E-mailadressen
suppressions-file-names-domain = Domeinen
suppressions-file-names-any = Alles door elkaar, wordt onderscheiden
suppressions-file-names-nothing = Weglaten
suppressions-file-columns-none = Geen kolom noemt iemand: kies welke nummers, e-mailadressen of domeinen bevat. Een register neemt alleen nummers.
suppressions-file-country = Nummers zonder land komen uit
suppressions-file-becomes = Wat ermee gebeurt
suppressions-file-what = Het bestand bevat
suppressions-file-each = wie niet gebeld mag worden: ieder wordt geblokkeerd en blijft dat tot iemand het opheft
suppressions-file-full = een heel register: nummers die er niet in staan, verlaten het register
suppressions-file-add = nummers die in een register zijn gekomen
suppressions-file-remove = nummers die een register hebben verlaten
suppressions-file-register = Naam van het register
suppressions-file-register-empty = Geef het register een naam van 1 tot 80 tekens.
suppressions-file-register-unknown = Dit register is er nog niet: importeer het eerst helemaal, of kies een dat er is.
suppressions-file-as-of = Het bestand is van (dag)
suppressions-file-as-of-wrong = Dit is geen dag tot en met vandaag. Kies er een uit de kalender, of laat leeg voor het moment van inleveren.
suppressions-file-check = Bekijken wat er zou gebeuren
suppressions-file-change = Anders zeggen
suppressions-file-nobody = Het bestand noemt niemand die geblokkeerd kan worden.
suppressions-file-nothing-new = Iedereen in het bestand staat er al.
suppressions-file-half = { $n ->
    [one] { $n } probleem: wat niet te lezen is, zou wegblijven. Herstel het bestand, of importeer alleen de rest.
   *[other] { $n } problemen: wat niet te lezen is, zou wegblijven. Herstel het bestand, of importeer alleen de rest.
}
suppressions-file-not-asked = Een deel van het bestand is niet te lezen. Er wordt niets geïmporteerd, tenzij u om alleen de rest vraagt.
suppressions-file-do = { $n ->
    [one] { $n } vermelding importeren
   *[other] { $n } vermeldingen importeren
}
suppressions-file-do-good = { $n ->
    [one] Alleen de { $n } leesbare importeren
   *[other] Alleen de { $n } leesbare importeren
}
suppressions-file-back = Naar alle blokkades
suppressions-count-rows = rijen
suppressions-count-numbers = nummers
suppressions-count-persons = e-mailadressen
suppressions-count-domains = domeinen
suppressions-count-repeated = meer dan eens genoemd
suppressions-count-known = staan er al
suppressions-count-leaving = zouden het register verlaten
suppressions-count-total = zou het register bevatten
suppressions-count-new = zouden nieuw zijn
suppressions-count-closing = open contacten zouden gesloten worden
suppressions-count-all = nu aanwezig
suppressions-count-added = nieuw
suppressions-count-left = hebben het register verlaten
suppressions-count-closed = open contacten gesloten
suppressions-export = Alles als CSV
suppressions-register-do = Wat te doen
suppressions-register-export = { $name } als CSV
suppressions-withdraw = Intrekken
suppressions-withdraw-title = Dit register intrekken?
suppressions-withdraw-of = { $name } intrekken
suppressions-withdraw-what = { $n ->
    [one] Het bevat { $n } nummer, dat dan weer gebeld mag worden als niets anders het verbiedt. Contacten die het sloot, blijven gesloten.
   *[other] Het bevat { $n } nummers, die dan weer gebeld mogen worden als niets anders het verbiedt. Contacten die het sloot, blijven gesloten.
}
suppressions-withdraw-law = Waar de wet dit register wil zien, wordt niemand gebeld tot het opnieuw is geïmporteerd.
