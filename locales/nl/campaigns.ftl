# Campagnes: lijsten, agents, filters, quota, grenzen, belscripts.
campaigns-title = Campagnes
campaigns-none = Er is nog geen campagne
campaigns-none-remedy = Een campagne brengt lijsten en agents samen: wat in geen campagne staat, wordt niet gebeld.
campaigns-none-so = Geen campagne met deze status
campaigns-show-all = { $n ->
    [one] Toon de { $n } campagne
   *[other] Toon alle { $n } campagnes
}
campaigns-show = Tonen
campaigns-all-states = Alle
campaigns-attempts = Pogingen vandaag
campaign-new = Nieuwe campagne
campaign-new-hint = Zij begint gepauzeerd. Er wordt niemand gebeld voordat u haar start.
campaign-make = Campagne maken
campaign-cancel = Annuleren
campaign-first-list = Eerste lijst
campaign-list-later = Later kiezen
campaign-name = Naam
campaign-name-remedy = Schrijf een naam van 1 tot 80 tekens op één regel.
campaign-name-taken = Er is al een campagne met deze naam: kies een andere.
campaign-linked = Deze lijst staat al in de campagne.
campaign-state = Status
campaign-running = Loopt
campaign-paused = Gepauzeerd
campaign-closed = Gesloten
campaign-start = Starten
campaign-pause = Pauzeren
campaign-close = Sluiten
campaign-reopen = Heropenen
campaign-settings = Instellingen
campaign-priority = Prioriteit
campaign-priority-hint = Lager gaat voor; 500 is gebruikelijk.
campaign-priority-remedy = Schrijf een heel getal van 0 tot 9999; lager gaat voor.
campaign-callbacks-jump = Terugbelafspraken gaan voor op contacten van andere campagnes
campaign-callbacks = open terugbelafspraken
campaign-advertiser = In opdracht van
campaign-advertiser-hint = Wie niet door deze adverteerder gebeld wil worden, wordt in geen van zijn campagnes gebeld.
campaign-advertiser-none = Niemand: wie niet door een adverteerder gebeld wil worden, wordt in deze campagne niet gebeld.
campaign-caller-id = Nummer dat de gebelde ziet
campaign-caller-id-hint = Met het land, zoals +31 20 123 4567. Er moet worden opgenomen als iemand terugbelt.
campaign-caller-id-law = De wet: { $rule }. Schrijf het met het land, zoals +31 20 123 4567.
campaign-caller-id-remedy = Dit is geen nummer met het land. Schrijf het zoals +31 20 123 4567, of laat het leeg.
campaign-caller-id-set = Nummer opgeven
check-no-caller-id = De wet: { $rule }. Deze campagne heeft geen nummer om te tonen, dus wordt niemand gebeld.
campaign-save = Opslaan
campaign-lists = Lijsten
campaign-no-lists = In deze campagne staat nog geen lijst.
campaign-agents = Agents
campaign-agents-none = Vink minstens één agent aan.
campaign-nobody = Er werkt nog niemand aan.
campaign-working = Wie eraan werkt
campaign-take-away = Weghalen
campaign-add-agents = Agents toevoegen
campaign-add = Toevoegen
campaign-no-agents-at-all = Er zijn geen agents. Een beheerder voegt ze toe onder Gebruikers.
campaign-grid = Alleen terugbellen, alleen vandaag: het overzicht van agents en campagnes
campaign-no-script = Agents zien geen belscript.
checks-title = Controlelijst
checks-ready = Alles staat klaar.
checks-bad = Houdt tegen:
checks-warn = Let op:
checks-mend = Herstellen
check-no-lists = geen lijst gekoppeld
check-no-active = geen lijst actief
check-no-agents = geen agents gekoppeld
check-no-script = geen belscript
check-stock-later = lijst { $list } heeft geen voorraad vóór { $at }
check-stock-none = lijst { $list } heeft geen voorraad meer
check-filter = het filter van lijst { $list } is niet leesbaar en kiest niemand
check-no-law = geen wet voor { $country }: niets beperkt wanneer lijst { $list } gebeld wordt
check-script = { $list }: { $fault }
check-code = een quotum telt code { $code }, die { $catalogue } niet kent
check-quota = quotum bereikt, alleen terugbelafspraken worden aangeboden: { $what }
link-list = Lijst
link-active = Actief
link-active-of = Lijst { $list } is actief
link-priority = Prioriteit
link-priority-of = Prioriteit van lijst { $list }
link-filter = Filter
link-roster = Belrooster
link-limits = Grenzen
link-script = Belscript
link-remove = Uithalen
link-no-filter = alle contacten
link-no-roster = geen
link-own-limits = eigen
link-catalogue-limits = codelijst
link-own-script = eigen
link-campaign-script = van de campagne
link-no-script = geen
link-add-list = Lijst toevoegen
link-add = Toevoegen
link-choose-list = Kies een lijst.
link-no-lists-at-all = Er is nog geen lijst: importeer er eerst een.
unlink-title = Lijst uit campagne halen
unlink-do = Uithalen
unlink-open = { $n ->
    [one] { $n } open contact wordt door deze campagne niet meer aangeboden; het blijft open in zijn lijst.
   *[other] { $n } open contacten worden door deze campagne niet meer aangeboden; ze blijven open in hun lijst.
}
unlink-callbacks = { $n ->
    [one] Daarvan { $n } terugbelafspraak.
   *[other] Daarvan { $n } terugbelafspraken.
}
unlink-filter = Het filter gaat verloren.
state-start-title = Campagne starten
state-pause-title = Campagne pauzeren
state-close-title = Campagne sluiten
state-missing = Ze kan gestart worden, maar werkt nog niet:
state-start-now = { $n ->
    [one] { $n } contact kan nu worden aangeboden.
   *[other] { $n } contacten kunnen nu worden aangeboden.
}
state-start-agents = { $n ->
    [one] { $n } agent werkt eraan.
   *[other] { $n } agents werken eraan.
}
state-pause-agents = { $n ->
    [one] { $n } agent krijgt er niets meer van tot ze weer gestart wordt.
   *[other] { $n } agents krijgen er niets meer van tot ze weer gestart wordt.
}
state-callbacks = { $n ->
    [one] { $n } terugbelafspraak blijft open en wordt door deze campagne niet aangeboden.
   *[other] { $n } terugbelafspraken blijven open en worden door deze campagne niet aangeboden.
}
state-in-hand-finish = { $n ->
    [one] { $n } contact is in behandeling en wordt afgemaakt.
   *[other] { $n } contacten zijn in behandeling en worden afgemaakt.
}
state-close-open = { $n ->
    [one] { $n } contact is nog open: het wordt niet afgesloten, alleen niet meer aangeboden.
   *[other] { $n } contacten zijn nog open: ze worden niet afgesloten, alleen niet meer aangeboden.
}
state-close-again = Een gesloten campagne kan weer worden geopend.
state-elsewhere = Lijst { $list } staat ook in een andere lopende campagne en wordt van daaruit verder gebeld.
filter-title = Filter
filter-kept = Alleen deze contacten worden aangeboden:
filter-members = { $n ->
    [one] { $n } contact
   *[other] { $n } contacten
}
filter-none-hint = Geen filter: alle contacten van de lijst worden aangeboden. Met voorwaarden beperkt u dat voor deze campagne.
filter-by-hand = met de hand geschreven
filter-by-hand-hint = Dit filter is met de hand geschreven en laat zich niet in regels tonen. Opslaan vervangt het.
filter-join = Een contact hoort erbij als
filter-all = alle voorwaarden kloppen
filter-any = één van de voorwaarden klopt
filter-and = en
filter-or = of
filter-condition = Voorwaarde { $n }
filter-field = Veld
filter-op = Vergelijking
filter-value = Waarde
filter-drop = Weghalen
filter-add = Voorwaarde toevoegen
filter-count = Tellen
filter-save = Filter opslaan
filter-counted = { $chosen } van { $contacts } contacten, waarvan { $now } nu
filter-hint = Meerdere waarden bij ‘is een van’ scheidt u met puntkomma's. Datums als 2026-11-24, getallen met een punt.
filter-again = Opnieuw toepassen
filter-again-hint = Nieuwe contacten en gewijzigde velden worden beoordeeld zodra ze komen. Status, code en pogingen worden beoordeeld bij opslaan of opnieuw toepassen.
filter-clear = Weer alle contacten aanbieden
filter-nothing = Schrijf minstens één voorwaarde.
filter-choose-field = Kies een veld.
filter-choose-op = Kies een vergelijking.
filter-unknown-field = De lijst heeft geen veld ‘{ $field }’: kies een ander.
filter-value-missing = Schrijf een waarde, of kies ‘is leeg’.
filter-bad-op = ‘{ $op }’ past niet bij { $kind }: kies een andere vergelijking.
filter-bad-value = ‘{ $value }’ past niet: { $remedy }
filter-remedy-text = schrijf een tekst.
filter-remedy-integer = schrijf een heel getal, zoals 12.
filter-remedy-decimal = schrijf een getal, zoals 12.5.
filter-remedy-date = schrijf een datum, zoals 2026-11-24.
filter-remedy-datetime = schrijf datum en tijd, zoals 2026-11-24 14:30.
filter-remedy-email = schrijf een e-mailadres, zoals ada@example.com.
filter-remedy-phone = schrijf een nummer met landcode, zoals +493023125001.
filter-remedy-bool = schrijf true of false.
filter-remedy-choice = schrijf een van: new, unreached, callback, suspended, closed, in_hand.
field-type-text = een tekst
field-type-integer = een heel getal
field-type-decimal = een getal
field-type-date = een datum
field-type-datetime = een datum en tijd
field-type-email = een e-mailadres
field-type-phone = een telefoonnummer
field-type-bool = ja of nee
field-type-choice = een keuze
column-key = Sleutel
column-state = Status
column-code = Code
column-attempts = Pogingen
column-unreached-run = Achtereen niet bereikt
op-equal = is
op-other = is niet
op-less = is kleiner dan
op-at-most = is hoogstens
op-more = is groter dan
op-at-least = is minstens
op-contains = bevat
op-in = is een van
op-empty = is leeg
quotas-title = Quota
quotas-hint = Is een quotum bereikt, dan worden alleen nog terugbelafspraken aangeboden. Contacten in behandeling worden afgemaakt. Correcties en teruggenomen codes gaan er weer af.
quota-most = Hoogstens
quota-most-remedy = Schrijf een heel getal van minstens 1.
quota-what = Van
quota-what-remedy = Kies wat geteld wordt.
quota-one-code = één code
quota-code = Code (bij één code)
quota-code-remedy = Geen lijst van deze campagne kent deze code: schrijf er een uit haar codelijst.
quota-period = Wanneer
quota-in-total = in totaal
quota-per-day = per dag
quota-of = Waar
quota-campaign = hele campagne
quota-add = Quotum toevoegen
quota-remove = Verwijderen
quota-reached = bereikt
quota-most-total = van { $n } in totaal
quota-most-day = van { $n } vandaag
quota-told-total = { $most } × { $what } ({ $place })
quota-told-day = { $most } × { $what } per dag ({ $place })
script-title = Belscript
script-write = Belscript schrijven
script-edit = Belscript bewerken
script-whose = Wiens belscript
script-of-campaign = Campagne
script-text = Tekst
script-hint = # kop, ## kleinere kop, - punt, **vet**, een lege regel tussen alinea's.
script-names = U kunt gebruiken:
script-list-hint = Vervangt het belscript van de campagne. Leeg opgeslagen geldt weer dat van de campagne.
script-save = Opslaan
script-look = Voorbeeld
script-preview = Wat agents zien
script-preview-for = Voor { $contact }
script-preview-nobody = Er is nog geen contact: velden tonen hun naam.
script-empty = Er staat nog niets.
script-versions = Versies
script-versions-hint = De nieuwste wordt aan agents getoond. Open een oudere en sla die op om haar terug te halen.
script-newest = Versie { $version }, { $author }, { $at }
script-too-long = Een belscript heeft hoogstens { $n } tekens.
script-unclosed = regel { $line }: een dubbele accolade heeft geen naam of geen einde. Schrijf de naam van een veld tussen twee paar accolades.
script-unknown = regel { $line }: { $name } is geen veld van de lijst. Schrijf een van { $known }.
limits-page-title = Grenzen en tijden
limits-title = Belpogingbegrenzing
limits-times = Tijden en eigenaarschap
limits-shares = Aandelen
limits-shares-hint = Percentage van het aanbod dat hoe dan ook naar een categorie gaat, bijvoorbeeld om nieuwe contacten te blijven bellen.
limits-catalogue = Die van de codelijst
limits-own = Eigen grenzen van de lijst
limits-hint = Nul of leeg zet een grens uit. Perioden zijn dagen, of uren zoals 36h.
limits-usual-catalogue = Codelijst: { $value }
limits-usual = Gebruikelijk: { $value }
limits-off = uit
limits-never = nooit
limits-yes = ja
limits-no = nee
limits-unit-count = keer
limits-unit-days = dagen
limits-unit-minutes = minuten
limits-unit-percent = %
limits-count-remedy = Schrijf een heel getal van 0 tot 999; 0 is uit.
limits-days-remedy = Schrijf dagen, zoals 30, of uren, zoals 36h; hoogstens tien jaar.
limits-minutes-remedy = Schrijf minuten van 1 tot 1440.
limits-release-remedy = Schrijf minuten van 1 tot 1440, of niets voor nooit.
limits-percent-remedy = Schrijf een percentage van 0 tot 100.
limits-shares-remedy = Samen zijn de aandelen meer dan 100 %: verlaag er een.
limits-cold-count = Pogingen zonder contact, nieuwe contacten
limits-cold-period = Hoogstens gedurende, nieuwe contacten
limits-callback-count = Pogingen zonder contact na een terugbelafspraak
limits-callback-period = Hoogstens gedurende, na een terugbelafspraak
limits-callbacks = Terugbelafspraken
limits-callbacks-period = Terugbellen hoogstens gedurende
limits-total = Pogingen in totaal
limits-lease = In behandeling zonder levensteken
limits-wrap-up = Nawerktijd
limits-release = Terugbelafspraak is van iedereen na
limits-share-not-reached-high = Niet bereikt, spoedig
limits-share-system = Nieuwe contacten
limits-share-not-reached-low = Niet bereikt, later
limits-only-owner = Terugbelafspraken alleen naar hun eigenaar
limits-release-out = … tenzij de eigenaar niet is ingelogd als ze aan de beurt is
limits-by-line = Wat de lijn zegt, codeert een onbeantwoorde oproep
limits-look = Bekijk wat verandert
limits-will-change = Wat er verandert
limits-nothing = Niets: dit geldt allemaal al.
limits-change = { $what }: { $from } → { $to }
limits-over = { $n ->
    [one] { $n } open contact staat op de grens: het wordt afgesloten als het nog eens niet bereikt wordt.
   *[other] { $n } open contacten staan op de grens: ze worden afgesloten als ze nog eens niet bereikt worden.
}
limits-from-next = Geldt vanaf de volgende gebeurtenis. Het verleden houdt de regels waaronder het ontstond.
limits-save = Als nieuwe regels opslaan
limits-elsewhere = { $n ->
    [one] Deze lijst staat in nog { $n } lopende campagne: ook daar verandert het.
   *[other] Deze lijst staat in nog { $n } lopende campagnes: ook daar verandert het.
}
roster-title = Belrooster van de lijst
roster-hours = Uren per weekdag
roster-hint = In de tijd van het contact, op hele en halve uren tussen 08:00 en 22:00: 09:00-12:00; 14:00- of -12:00. Op een lege dag wordt niet gebeld; helemaal geen uren is geen rooster.
roster-hours-remedy = ‘{ $hours }’ zijn geen uren: schrijf 09:00-12:00, 14:00- of -12:00, op hele of halve uren van 08:00 tot 22:00.
roster-week = De week
roster-none = Geen rooster: alleen de wet bepaalt wanneer contacten gebeld worden.
roster-everybody = Ook voor de contacten die er al zijn
roster-new = Nieuwe contacten van de lijst krijgen { $roster }.
roster-none-new = Nieuwe contacten van de lijst krijgen geen rooster.
roster-others-stay = Contacten die er al zijn, blijven zoals ze zijn.
roster-sets-now = { $n ->
    [one] { $n } contact kan meteen gebeld worden.
   *[other] { $n } contacten kunnen meteen gebeld worden.
}
roster-sets-later = { $n ->
    [one] { $n } contact kan later gebeld worden.
   *[other] { $n } contacten kunnen later gebeld worden.
}
roster-sets-in-hand = { $n ->
    [one] { $n } contact is in behandeling en krijgt het ook.
   *[other] { $n } contacten zijn in behandeling en krijgen het ook.
}
roster-sets-suspended = { $n ->
    [one] { $n } opgeschort contact krijgt het.
   *[other] { $n } opgeschorte contacten krijgen het.
}
roster-leaves = { $n ->
    [one] { $n } contact blijft zoals het is, bijvoorbeeld omdat het afgesloten is.
   *[other] { $n } contacten blijven zoals ze zijn, bijvoorbeeld omdat ze afgesloten zijn.
}
roster-save = Rooster opslaan
roster-run = Rooster voor bestaande contacten: { $done } van { $contacts } gedaan.
roster-continue = Verdergaan
roster-reload = Opnieuw kijken
desk-script = Belscript
bounds-title = Bovenop de wet
bounds-none = Alleen wat de wet eist.
bounds-edit = Bekijken en wijzigen
bounds-lead = Van wat de wet, de campagne en een lijst eisen, geldt het strengste. Elke weigering zegt van wie de eis is.
bounds-hint = Een leeg veld eist niets. Oproepen tellen per nummer, wie er ook belt, en per dag van de gebelde.
bounds-unit-hours = uur
bounds-unit-per-mille = op 1000
bounds-min-gap = Rust tussen twee oproepen naar één nummer
bounds-per-day = Oproepen naar één nummer per dag
bounds-dials = Oproepen naar één nummer in een aantal dagen
bounds-days = Binnen zoveel dagen
bounds-quarantine = Rust na een oproep zonder vrije agent
bounds-abandoned = Beantwoorde oproepen zonder agent, hoogstens
bounds-min-gap-remedy = Schrijf minuten van 1 tot 10080, een week.
bounds-per-day-remedy = Schrijf een heel getal van 1 tot 99.
bounds-dials-remedy = Schrijf een heel getal van 1 tot 999.
bounds-days-remedy = Schrijf dagen van 2 tot 92: langer geleden wordt niet onthouden.
bounds-quarantine-remedy = Schrijf uren van 1 tot 2208, 92 dagen.
bounds-abandoned-remedy = Schrijf 0 tot 1000 op de duizend: 30 is 3 %.
bounds-both-remedy = Aantal oproepen en aantal dagen horen bij elkaar: schrijf beide of geen.
bounds-save = Bewaren
bounds-room = { $abandoned } van { $all } beantwoorde oproepen vonden in { $hours } uur geen agent: { $share } van hoogstens { $most }. Onderweg zonder agent: { $risk }; zoveel mogen er nog zonder blijven: { $left }.
limits-opt-out-menu = Een keuzemenu na het gesprek zegt hoe iemand zich afmeldt
link-codes = Codes
codes-own = { $catalogue }, versie { $version }
codes-laid = { $catalogue }, versie { $version }, gewijzigd: { $n }
codes-title = Codes van de lijst
codes-back = Terug naar de campagne
codes-changed = Anders dan nu:
codes-hint = Dit is van de lijst: het geldt in elke campagne waar de lijst in staat. Wat leeg is, blijft zoals in de catalogus. Limieten voor belpogingen staan bij de limieten.
codes-allowed = Toegestaan
codes-order = Volgorde
codes-key = Toets
codes-due = Opnieuw aan de beurt
codes-run = Hoogstens achter elkaar
codes-buttons = De knoppen van de agent
windows-title = Hoe vaak een contact mag worden geprobeerd
windows-hint = Per teller, met komma’s ertussen: 3/24h is drie in elke 24 uur, 10/7d tien in een week, 20 twintig in totaal. Een vol venster houdt een contact tegen; wat in totaal telt sluit het.
windows-remedy = Schrijf bijvoorbeeld 3/24h, 10/7d, 20: uren of dagen tot 92, getallen van 1 tot 999, hoogstens vijf.
bounds-unit-seconds = seconden
bounds-rings-for = Langste overgaan
bounds-rings-for-remedy = Schrijf seconden van 5 tot 120.
bounds-machines = Antwoordapparaten
bounds-machines-to-agent = De agent hoort ze, meteen
bounds-machines-hang-up = Ernaar luisteren en ophangen
bounds-machines-leave-message = Ernaar luisteren en na de begroeting een bericht achterlaten
bounds-machines-hint = Luisteren duurt twee tot drie seconden waarin wie opneemt niets hoort: alleen waar de tijd van de agent zwaarder weegt. Wie niet te onderscheiden is, gaat naar de agent.
bounds-recorded = Opnemen
bounds-recorded-off = Geen gesprek
bounds-recorded-on = Elk gesprek, zodra de wet het toelaat
bounds-recorded-on-request = Wat de agent vraagt
bounds-recorded-hint = Waar de wet toestemming wil, wordt niets opgenomen voordat de agent zegt dat zij gegeven is. Waar zij een mededeling wil, hoort de ander die eerst.
bounds-own-recordings = Agents mogen hun eigen opnamen beluisteren
bounds-recordings-days = Opnamen worden bewaard, hoogstens
bounds-recordings-days-remedy = Schrijf dagen van 1 tot 3650. Leeg is het 90.
bounds-mode = Hoe er wordt gebeld
bounds-mode-preview = Preview: met de toets van de agent
bounds-mode-progressive = Progressief: vanzelf
bounds-mode-hint = Vanzelf betekent: zodra een agent gereed is, krijgt zij een belopdracht en wordt er gebeld. Zij is er voor wie opneemt; wat niemand opneemt codeert de lijn, en de volgende komt. Haar werkplek moet in de browser open zijn.
bounds-look = Eerst bekijken
bounds-look-hint = Intussen belt d meteen. 0: niets te bekijken.
bounds-look-remedy = Schrijf hele seconden van 0 tot 60.
bounds-may-skip = Zij mag een belopdracht teruggeven terwijl zij die bekijkt
bounds-told-at-once = Belt vanzelf, meteen
bounds-told-after = { $n ->
    [one] Belt vanzelf na { $n } seconde
    *[other] Belt vanzelf na { $n } seconden
}
sounds-title = Wat de gebelde hoort
sounds-hint = Namen van geluiden van de centrale, zoals ours/sorry-nl. Is een veld leeg, dan klinkt het eigen geluid van de centrale.
sound-usual = zoals altijd
sound-apology = Excuusbericht
sound-apology-hint = Iemand nam op en er is geen agent: namens wie er werd gebeld, en het nummer om terug te bellen.
sound-message = Bericht
sound-message-hint = Wordt achtergelaten op een antwoordapparaat.
sound-menu = Keuzemenu
sound-menu-hint = Na een gesprek: met welke toets er niet meer wordt gebeld.
sound-recording = Mededeling van een opname
sound-recording-hint = Voordat een gesprek wordt opgenomen, waar de wet een mededeling wil.
sound-remedy = Schrijf een naam onder de map met geluiden: hoogstens 80 letters, cijfers, - _ . en /; of laat het veld leeg.
