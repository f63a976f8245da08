# Bellijsten en de weg van een bestand naar een lijst.
lists-title = Lijsten
lists-new-title = Nieuwe lijst
lists-none = Er is nog geen lijst
lists-none-remedy = In een lijst staan de contacten die u belt. Maak er een en importeer daarna een bestand.
lists-search = Lijst, campagne of codetabel
lists-find = Tonen
lists-no-fit = Geen lijst gevonden
lists-no-fit-remedy = { $n ->
    [one] Zonder filter is er { $n } lijst.
    *[other] Zonder filter zijn er { $n } lijsten.
}
lists-show-all = Alles tonen
lists-name = Naam
lists-catalogue = Codetabel
lists-country = Land
lists-contacts = Contacten
lists-to-call = Te bellen
lists-now = Nu
lists-today = Vandaag nog
lists-later = Later
lists-closed = Afgerond
lists-campaigns = Campagnes
lists-imported = Laatste import
lists-no-campaign = in geen campagne
lists-resting = rust
lists-name-hint = Bijvoorbeeld de opdrachtgever en het seizoen. Elke naam bestaat maar één keer.
lists-name-empty = Vul een naam in.
lists-name-long = Te lang: hoogstens 80 tekens.
lists-name-letters = Een naam is één regel tekst.
lists-name-taken = Er is al een lijst met deze naam. Kies een andere naam.
lists-country-hint = De belregels van dit land gelden, en nummers zonder + worden gelezen zoals men ze daar schrijft.
lists-catalogue-hint = De codes die agenten geven. Van een lijst blijft die gelijk.
lists-with-campaign = en een lopende campagne erbij
lists-make = Lijst maken
lists-cancel = Annuleren
lists-country-nl = Nederland
lists-country-de = Duitsland
lists-country-ch = Zwitserland
lists-country-hu = Hongarije
lists-country-gb = Verenigd Koninkrijk
lists-country-us = Verenigde Staten
lists-back = Alle lijsten
lists-figures = Contacten
lists-find-contacts = Contacten zoeken
lists-results = Lijstrapport
lists-export = Alle contacten exporteren:
lists-fields = Velden
lists-no-fields = Nog geen: de eerste import brengt ze mee.
lists-field-name = Veld
lists-field-column = Kolom in het bestand
imports-title = Imports
imports-none = Er is nog niets geïmporteerd.
imports-file = Bestand
imports-at = Wanneer
imports-mode = Soort
imports-state = Stand
imports-do = Wat u kunt doen
import-mode-append = toegevoegd
import-mode-update = bijgewerkt
import-mode-sync = gelijkgetrokken met het hele bestand
import-mode-by-hand = met de hand
import-state-staging = halverwege gestopt
import-state-running = loopt
import-state-live = live
import-state-undone = teruggedraaid
import-state-cancelled = opgegeven
import-go-on = Verdergaan
import-undo = Terugdraaien
import-cancel = Opgeven
import-undo-title = Deze import terugdraaien?
import-undo-go = { $n ->
    [one] { $n } contact dat nog niet bewerkt is verdwijnt.
    *[other] { $n } contacten die nog niet bewerkt zijn verdwijnen.
}
import-undo-stay = { $n ->
    [one] { $n } contact heeft een geschiedenis en blijft.
    *[other] { $n } contacten hebben een geschiedenis en blijven.
}
import-undo-updated = { $n ->
    [one] { $n } contact krijgt zijn vorige gegevens terug. Een gewijzigd telefoonnummer blijft gewijzigd.
    *[other] { $n } contacten krijgen hun vorige gegevens terug. Gewijzigde telefoonnummers blijven gewijzigd.
}
import-undo-again = Het bestand kan daarna opnieuw worden geïmporteerd.
import-undo-do = Import terugdraaien
import-cancel-title = Deze import opgeven?
import-cancel-go = { $n ->
    [one] { $n } ingelezen rij wordt weggegooid. Niemand heeft er iets van gezien.
    *[other] { $n } ingelezen rijen worden weggegooid. Niemand heeft er iets van gezien.
}
import-cancel-do = Import opgeven
import-not-live = Deze import is niet live, er valt niets terug te draaien.
import-not-staged = Deze import wacht nergens op en kan niet worden opgegeven. Een import die live is kunt u terugdraaien.
import-staging-note = Hij is halverwege gestopt: niemand ziet er iets van. Staat het bestand nog hier, dan gaat hij verder vanaf de pagina van de lijst; anders gaat hetzelfde commando ermee verder.
import-figures = Wat ervan geworden is
import-to-list = Naar de lijst
import-said = { $imported ->
    [one] { $imported } contact is geïmporteerd, { $rejected } afgewezen.
    *[other] { $imported } contacten zijn geïmporteerd, { $rejected } afgewezen.
}
import-said-update = { $updated } bijgewerkt, { $imported } nieuw, { $rejected } afgewezen.
counted-rows = Rijen
counted-imported = Geïmporteerd
counted-updated = Bijgewerkt
counted-unchanged = Ongewijzigd
counted-rejected = Afgewezen
counted-invalid = Geen bruikbaar nummer
counted-duplicate = Dubbel
counted-suppressed = Geblokkeerd
counted-excluded = Uitgesloten door de opdrachtgever
counted-absent = Niet in het bestand
upload-title = Bestand importeren
upload-list = In lijst
upload-list-later = Bij de volgende stap kiezen
upload-list-choose = Kies een lijst
upload-list-empty = Kies de lijst waar de contacten in komen, of maak een nieuwe.
upload-file = Bestand
upload-hint = CSV, XLSX, XLS of ODS met een kopregel, hoogstens { $largest } MB. Er wordt niets opgeslagen voordat u bevestigt.
upload-drop = U kunt het bestand ook op deze pagina slepen.
upload-sending = Bestand verzenden
upload-send = Bestand bekijken
upload-no-file = Kies een bestand.
upload-replaces = Het nieuwe bestand komt in de plaats van { $file }. Wat de kolommen betekenen blijft bewaard.
upload-another = Ander bestand
upload-abandon = Bestand weggooien
upload-abandon-title = Dit bestand weggooien?
upload-abandon-what = { $file } en wat u over de kolommen hebt opgegeven wordt hier verwijderd. Uw eigen kopie blijft.
upload-busy = Er wordt aan dit bestand gewerkt, of het is al geïmporteerd. Wacht tot dat klaar is, of stop het eerst.
upload-not-running = Met dit bestand is niets bezig.
upload-not-checked = Het bestand moet gecontroleerd zijn voor het kan worden geïmporteerd. Controleer het eerst.
upload-state-open = nog beschrijven
upload-state-checking = wordt gecontroleerd
upload-state-checked = gecontroleerd
upload-state-importing = wordt geïmporteerd
upload-state-imported = geïmporteerd
upload-state-broken = heeft uw hulp nodig
underway-title = Onderweg
underway-rows = { $n } rijen
underway-waits = Wacht op zijn beurt.
underway-go-on = Verdergaan
underway-leave = U kunt deze pagina sluiten: het gaat door, en u vindt het terug bij Lijsten.
underway-look = Opnieuw kijken
underway-stop = Stoppen
steps-title = Stappen van de import
steps-back = Terug
step-file = 1 Bestand
step-columns = 2 Kolommen
step-problems = 3 Problemen
step-confirm = 4 Bevestigen
step-result = 5 Resultaat
see-reading = Hoe het bestand wordt gelezen
see-again = Opnieuw lezen
see-new-list = Bestaat de lijst nog niet?
see-title = Wat we zien
see-go = Naar de kolommen
seen-format = Formaat
seen-columns = Kolommen
seen-rows = Rijen
seen-size = Grootte
seen-encoding = Tekenset
seen-delimiter = Scheidingsteken
seen-sheet = Werkblad
seen-more-rows = { $n ->
    [one] meer dan { $n }
    *[other] meer dan { $n }
}
seen-odd = { $n ->
    [one] { $n } rij is zo niet te lezen. Zijn het er veel, dan klopt het scheidingsteken of de tekenset misschien niet.
    *[other] { $n } rijen zijn zo niet te lezen. Zijn het er veel, dan klopt het scheidingsteken of de tekenset misschien niet.
}
seen-renamed = { $n ->
    [one] { $n } kolom had geen eigen naam en kreeg er een.
    *[other] { $n } kolommen hadden geen eigen naam en kregen er een.
}
seen-one-column = Er is maar één kolom. Horen er meer te zijn, kies dan een ander scheidingsteken en lees opnieuw.
seen-known = Herkend:
seen-found = { $found } (gevonden)
seen-find = zelf bepalen
delimiter-semicolon = puntkomma ;
delimiter-comma = komma ,
delimiter-tab = tab
delimiter-bar = streep |
delimiter-none = geen
known-phone = telefoon
known-mobile = mobiel
known-name = naam
known-first-name = voornaam
known-last-name = achternaam
known-salutation = aanhef
known-company = bedrijf
known-email = e-mail
known-postcode = postcode
known-city = plaats
known-street = straat
known-house-number = huisnummer
known-birth-date = geboortedatum
known-note = opmerking
known-optin-who = opt-in: wie
known-optin-source = opt-in: bron
known-optin-date = opt-in: datum
known-optin-id = opt-in: kenmerk
known-optin-description = opt-in: omschrijving
known-reference = sleutel
known-country = land
known-time-zone = tijdzone
known-contact-type = soort contact
known-excluded = uitgesloten
columns-from-you = Zoals u het hebt opgegeven.
columns-from-last = Ingevuld zoals bij het vorige bestand met deze kopregel. Controleer het en ga verder.
columns-from-names = Voorgesteld op grond van de kolomnamen. Controleer het en wijzig wat anders is.
columns-wrong = Er klopt nog iets niet. Het staat erbij; niets van uw keuzes is verloren.
columns-column = Kolom en wat erin staat
columns-becomes = Wordt
columns-leave-out = weglaten
columns-name = Veld
columns-required = Verplicht
columns-order = Belvolgorde
columns-more = Meer
columns-max = Hoogstens tekens
columns-choices = Keuzes, met komma's ertussen
columns-form = Datums staan als
columns-form-usual = zoals gebruikelijk in het land
columns-form-iso = 2026-07-31
columns-form-dmy = 31-07-2026
columns-form-mdy = 07/31/2026
columns-form-ymd = 2026.07.31
columns-type-text = tekst
columns-type-integer = geheel getal
columns-type-decimal = getal
columns-type-date = datum
columns-type-datetime = datum met tijd
columns-type-email = e-mail
columns-type-phone = telefoonnummer
columns-type-bool = ja of nee
columns-type-choice = keuze
columns-rows-title = Wat er met de rijen gebeurt
columns-mode = Een rij is
columns-mode-append = een nieuw contact
columns-mode-update = de nieuwe gegevens van het contact met die sleutel, of een nieuw contact
columns-mode-sync = hetzelfde, en wie niet in het bestand staat wordt afgesloten
columns-invalid = Rijen zonder nummer dat te bellen is
columns-duplicate = Rijen die er al zijn
columns-store-closed = opslaan, afgerond met code { $code }
columns-reject = afwijzen
columns-truncate = Te lange teksten afkappen in plaats van de rij afwijzen
columns-contact-title = Wie een contact is
columns-key = Sleutel: de kolom waaraan een contact wordt herkend
columns-none = geen
columns-dedupe = Dubbele rijen herkennen aan andere kolommen
columns-dedupe-hint = Vinkt u niets aan, dan zijn twee rijen met hetzelfde eerste nummer één contact.
columns-country = Nummers zonder + zijn geschreven zoals in
columns-kind = Contacten zijn
columns-kind-consumer = consumenten
columns-kind-sole-trader = zzp'ers
columns-kind-company = bedrijven
columns-roles-title = Kolommen met een rol
columns-country-column = Land van het contact
columns-zone-column = Tijdzone van het contact
columns-kind-column = Consument, zzp'er of bedrijf
columns-owner-column = Van wie het contact is
columns-owner-hint = Inlognamen van agenten. Leeg: de eigenaar blijft zoals die is.
columns-exclude-column = Mag niet gebeld worden
columns-exclude-values = Woorden daarin die uitsluiten
columns-exclude-hint = Met komma's ertussen. Leeg: elk woord voor ja.
columns-into = De contacten komen in { $list }. Eerst wordt het hele bestand gecontroleerd; er wordt nog niets opgeslagen.
columns-go = Bestand controleren
columns-name-empty = Geef het veld een naam, of laat de kolom weg.
columns-name-letters = Alleen letters, cijfers en _, met een letter vooraan.
columns-name-long = Te lang: hoogstens 64 tekens.
columns-name-ours = Dispo gebruikt deze naam zelf. Kies een andere.
columns-name-twice = Een andere kolom heeft deze naam al. Kies een andere.
columns-max-bad = Hoogstens tekens: vul een geheel getal boven 0 in.
columns-order-bad = Belvolgorde: vul 1, 2, 3 … in.
columns-choices-empty = Vul de keuzes in onder Meer.
columns-key-needed = Bijwerken gaat via een sleutel. Kies de kolom.
columns-key-left-out = Deze kolom wordt weggelaten. Neem haar mee, of kies een andere sleutel.
columns-no-numbers = Geen kolom bevat telefoonnummers. Kies bij de juiste kolom “telefoonnummer”.
check-running = Het bestand wordt gecontroleerd
check-writes-nothing = Er is nog niets opgeslagen.
check-title = Wat ervan zou worden
check-kinds = Problemen
check-problems = { $n ->
    [one] { $n } probleem
    *[other] { $n } problemen
}
check-no-problems = Elke rij is in orde.
check-download = Alle problemen als CSV
check-go = Naar bevestigen
check-columns = Kolommen wijzigen
check-again = Opnieuw controleren
check-read-anew = Anders lezen
check-not-yet = Nog niet gecontroleerd
check-do = Bestand controleren
confirm-title = Import bevestigen
confirm-said = { $imported ->
    [one] { $imported } contact wordt geïmporteerd in { $list }, { $rejected } afgewezen.
    *[other] { $imported } contacten worden geïmporteerd in { $list }, { $rejected } afgewezen.
}
confirm-said-update = { $updated } bijgewerkt in { $list }, { $imported } nieuw, { $unchanged } ongewijzigd, { $rejected } afgewezen.
confirm-absent = { $n ->
    [one] { $n } open contact van de lijst staat niet in het bestand en wordt afgesloten.
    *[other] { $n } open contacten van de lijst staan niet in het bestand en worden afgesloten.
}
confirm-closed = { $n ->
    [one] { $n } daarvan wordt afgerond opgeslagen en niet gebeld.
    *[other] { $n } daarvan worden afgerond opgeslagen en niet gebeld.
}
confirm-problems = { $n ->
    [one] { $n } probleem blijft bij de import bewaard en is later te downloaden.
    *[other] { $n } problemen blijven bij de import bewaard en zijn later te downloaden.
}
confirm-undo = Het is daarna terug te draaien. Contacten die dan al bewerkt zijn blijven.
confirm-nothing = In { $list } zou niets veranderen. Bekijk de problemen of wijzig de kolommen.
confirm-do = { $n ->
    [one] { $n } contact importeren
    *[other] { $n } contacten importeren
}
confirm-do-update = { $n ->
    [one] { $n } contact bijwerken
    *[other] { $n } contacten bijwerken
}
running-title = De import loopt
running-unseen = Niemand ziet er iets van voordat alles is gelezen.
running-done = Geïmporteerd
running-see = Resultaat bekijken
running-stopped = De import is gestopt
running-waits = Wat al gelezen is wacht ongezien. Verdergaan begint waar het stopte.
problems-file = problemen
problem-line = Regel
problem-column = Kolom
problem-value = Waarde
problem-what = Probleem
problem-do = Wat te doen
problem-detail = In detail (Engels)
problem-no-number = Geen telefoonnummer
problem-no-number-remedy = Vul er een in, of laat de rij zo.
problem-number-written = Iets anders dan één nummer
problem-number-written-remedy = Alleen cijfers, spaties en streepjes, één nummer per kolom, een plus vooraan.
problem-number-short = Nummer te kort
problem-number-short-remedy = Er ontbreken cijfers. Zoek het op bij de bron.
problem-number-long = Nummer te lang
problem-number-long-remedy = Er staan te veel cijfers. Twee nummers horen in twee kolommen.
problem-number-unknown = Netnummer bestaat niet
problem-number-unknown-remedy = Controleer de eerste cijfers, en of het land klopt.
problem-number-prefix = Voorvoegsel ontbreekt of klopt niet
problem-number-prefix-remedy = Schrijf het zoals in eigen land gebeld, of met + en landnummer. Zijn het er veel, kies dan een ander land.
problem-number-scientific = Nummer bedorven door het rekenblad
problem-number-scientific-remedy = Maak de kolom op als tekst en exporteer opnieuw: de laatste cijfers zijn verloren.
problem-required = Verplichte waarde ontbreekt
problem-required-remedy = Vul het in, of maak het niet verplicht bij Kolommen.
problem-too-long = Tekst te lang
problem-too-long-remedy = Maak het korter, verhoog de grens, of laat lange teksten afkappen.
problem-cut = Tekst afgekapt
problem-cut-remedy = De rij wordt meegenomen met het begin van de tekst.
problem-date = Geen datum
problem-date-remedy = Vul een bestaande dag in, of kies bij Kolommen hoe datums geschreven zijn.
problem-figure = Geen getal
problem-figure-remedy = Vul cijfers in, of neem de kolom als tekst.
problem-email = Niet één e-mailadres
problem-email-remedy = Schrijf het als naam@example.org, of neem de kolom als tekst.
problem-truth = Ja noch nee
problem-truth-remedy = Vul ja of nee in, of 1 of 0.
problem-choice = Geen van de keuzes
problem-choice-remedy = Vul een van de keuzes in, of voeg deze toe bij Kolommen.
problem-formula = Fout van een formule
problem-formula-remedy = Herstel de formule in het rekenblad, of maak de cel leeg.
problem-country = Land onbekend
problem-country-remedy = Nummers in deze rij moeten + en landnummer hebben.
problem-contact-type = Soort contact onbekend
problem-contact-type-remedy = Vul consument, zzp of bedrijf in. Nu geldt consument, die het best beschermd is.
problem-owner-unknown = Eigenaar is geen agent
problem-owner-unknown-remedy = Vul de inlognaam van een agent in. Het contact komt erbij, de eigenaar blijft zoals die is.
problem-owner-gone = Eigenaar is vertrokken
problem-owner-gone-remedy = Noem een andere agent. Het contact komt erbij, de eigenaar blijft zoals die is.
problem-owner-elsewhere = Eigenaar werkt voor een andere campagne
problem-owner-elsewhere-remedy = Laat de agent voor een campagne van de lijst werken, of noem een ander. Het contact komt erbij, de eigenaar blijft zoals die is.
problem-ground = Opt-in die niet telt
problem-ground-remedy = Vul in wanneer, hoe en waar hij is gegeven; een dag in de toekomst telt pas vanaf die dag.
problem-zone = Geen tijdzone
problem-zone-remedy = Vul bijvoorbeeld Europe/Amsterdam in. Nu geldt de zone van het nummer.
problem-cells = Aantal cellen klopt niet
problem-cells-remedy = Zet tekst met regeleinden of scheidingstekens tussen aanhalingstekens. Zijn het veel rijen, kies dan een ander scheidingsteken.
problem-quotes = Aanhalingstekens kloppen niet
problem-quotes-remedy = Sluit het aanhalingsteken, of verdubbel het waar het bij de tekst hoort.
problem-encoding = Onleesbare tekens
problem-encoding-remedy = Kies bij Bestand een andere tekenset, of sla het bestand op als UTF-8.
problem-header = Kopregel
problem-header-remedy = Een kolom zonder naam, of met de naam van een andere, kreeg er een.
problem-key-empty = Sleutel ontbreekt
problem-key-empty-remedy = Bijwerken gaat via de sleutel: vul die in.
problem-key-twice = Sleutel staat dubbel in het bestand
problem-key-twice-remedy = Houd een van beide rijen; de eerste telt.
problem-domain = Geen domein van één bedrijf
problem-domain-remedy = Noem de e-mailadressen een voor een, of schrijf een domein zoals example.org.
problem-names-nobody = Noemt niemand
problem-names-nobody-remedy = Vul een nummer, een e-mailadres of een domein in.
problem-duplicate-in-file = Dubbel in het bestand
problem-duplicate-in-file-remedy = De eerste rij telt. Wat er met de andere gebeurt staat bij Kolommen.
problem-duplicate-in-list = Al in de lijst
problem-duplicate-in-list-remedy = Wilt u bestaande contacten wijzigen, kies dan bijwerken bij Kolommen.
problem-locked = Geblokkeerd door de telefonieaanbieder: wordt niet gebeld
problem-locked-remedy = Vraag de aanbieder het op te heffen, of laat de rij weg.
problem-suppressed = Geblokkeerd: wordt niet gebeld
problem-suppressed-remedy = Niets te doen: wie bezwaar maakte wordt met rust gelaten.
problem-not-changed = Nummer niet gewijzigd
problem-not-changed-remedy = Het contact werd net gebeld. Importeer de rij later opnieuw.
problem-other = Overig
problem-other-remedy = In de download staat wat het is.
file-trouble-gone = Het bestand is hier niet meer.
file-trouble-gone-remedy = Lever het opnieuw aan: wat de kolommen betekenen blijft bewaard.
file-trouble-empty = Het bestand is leeg.
file-trouble-empty-remedy = Er moet een kopregel in staan en een regel per contact. Kies een ander bestand.
file-trouble-no-rows = Het bestand heeft een kopregel en geen contact eronder.
file-trouble-no-rows-remedy = Voeg een regel per contact toe. Bij een werkmap staan de contacten misschien op een ander werkblad.
file-trouble-unreadable = Het bestand doet zich voor als { $detail } en is zo niet te lezen.
file-trouble-unreadable-remedy = Open het in een rekenblad, sla het opnieuw op en lever dat aan.
file-trouble-protected = De werkmap is beveiligd met een wachtwoord.
file-trouble-protected-remedy = Sla hem op zonder wachtwoord en lever dat aan.
file-trouble-too-large = De werkmap wordt uitgepakt te groot om te lezen.
file-trouble-too-large-remedy = Sla het werkblad op als CSV en lever dat aan.
file-trouble-too-wide = Er zijn { $detail } kolommen waar er hoogstens 4.096 mogen zijn.
file-trouble-too-wide-remedy = Verwijder wat niemand nodig heeft, of kies een ander scheidingsteken.
file-trouble-no-sheet = Er is geen werkblad “{ $detail }”.
file-trouble-no-sheet-remedy = Kies een ander werkblad.
file-trouble-markup = Het bestand is een webpagina of XML, wat de naam ook zegt.
file-trouble-markup-remedy = Open het in een rekenblad, sla het op als XLSX of CSV en lever dat aan.
file-trouble-not-a-list = Het bestand is geen tabel.
file-trouble-not-a-list-remedy = Sla de lijst op als CSV, XLSX, XLS of ODS en lever dat aan.
file-trouble-encoding = Er is geen tekenset “{ $detail }”.
file-trouble-encoding-remedy = Kies er een uit de lijst.
file-trouble-delimiter = “{ $detail }” kan geen scheidingsteken zijn.
file-trouble-delimiter-remedy = Kies er een uit de lijst.
file-trouble-header = De kopregel in regel { $line } is niet te lezen: { $detail }
file-trouble-header-remedy = Kies een andere tekenset of een ander scheidingsteken, of lever een ander bestand aan.
file-trouble-definition = De kolommen passen niet bij dit bestand: { $detail }
file-trouble-definition-remedy = Bekijk de kolommen nog eens en controleer opnieuw.
file-trouble-nobody-named = Geen kolom van het bestand noemt iemand.
file-trouble-nobody-named-remedy = Kies welke kolom nummers, e-mailadressen of domeinen bevat.
file-trouble-not-asked = Een deel van het bestand is niet te lezen, en om alleen de rest is niet gevraagd.
file-trouble-not-asked-remedy = Bekijk het bestand nog eens.
file-trouble-register-unknown = Er is geen register { $detail }.
file-trouble-register-unknown-remedy = Importeer het eerst helemaal.
file-trouble-register-older = Het register { $detail } is van een later moment dan dit bestand.
file-trouble-register-older-remedy = Haal een nieuwer bestand, of zeg van welke dag dit is.
file-trouble-register-to-come = Het bestand zou van een dag zijn die nog moet komen.
file-trouble-register-to-come-remedy = Zeg van welke dag het is.
file-trouble-register-overtaken = Iemand anders is intussen het register { $detail } gaan importeren.
file-trouble-register-overtaken-remedy = Wacht tot dat klaar is en kijk opnieuw.
file-trouble-broken-off = Het werk is aan onze kant afgebroken.
file-trouble-broken-off-remedy = Probeer het opnieuw: het gaat verder waar het was.
file-trouble-breaks-off = Het bestand breekt af in regel { $line }: { $detail }
file-trouble-breaks-off-remedy = Haal een volledige kopie op, of sluit daar het aanhalingsteken. Is het scheidingsteken of de tekenset verkeerd gelezen, kies dan een andere.
file-trouble-odd-rows = Geen enkele rij is te lezen; de laatste poging was regel { $line }.
file-trouble-odd-rows-remedy = Kies een ander scheidingsteken of een andere tekenset en lees opnieuw. Ook een aanhalingsteken dat nergens sluit doet dit.
lists-field-kind = Soort
lists-field-rules = Regels
lists-field-max = { $n ->
    [one] hoogstens { $n } teken
    *[other] hoogstens { $n } tekens
}
retention-title = Laatste dag en wissen
retention-expires = Laatste beldag
retention-erase = Wissen op
retention-save = Deze dagen bewaren
retention-hint = Na de laatste dag wordt niemand meer aangeboden. Op de wisdag verdwijnen alle persoonsgegevens van de lijst; de cijfers blijven.
retention-evidence = Bewijs van toestemming die vandaag wordt gebruikt, moet tot { $until } worden bewaard: bij het wissen wordt het apart gehouden.
retention-erased = De persoonsgegevens van deze lijst zijn op { $at } gewist.
retention-no-day = Dat is geen dag: kies er een, of laat leeg.
retention-too-early = De lijst zou worden gewist terwijl er nog wordt gebeld: kies een latere dag.
