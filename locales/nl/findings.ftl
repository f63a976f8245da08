# Wat de controle van een catalogus zegt: wat er mis is en waarom, en wat er dan te schrijven is.
finding-no-codes = de catalogus heeft er geen, dus niets wat gebeurt kan een code krijgen
finding-no-codes-do = voeg minstens één `[[disposition]]` toe
finding-own-language = `{ $language }` staat niet bij de talen, dus namen en toetsen hebben niets om op terug te vallen
finding-own-language-do = schrijf een van { $languages }
finding-no-trigger = `{ $word }` is geen aanleiding: onder die naam gebeurt nooit iets
finding-no-trigger-do = de lijst is gesloten: zie docs/GLOSSARY.md
finding-taken = `{ $value }` is al van `{ $other }`: welke van de twee bedoeld is, valt niet te zeggen
finding-taken-do = geef een van beide een andere { $field }
finding-reserved = is gereserveerd: het product houdt hem voor zichzelf, en rapporten zouden ze door elkaar halen
finding-reserved-do = kies een code die niet in `reserved` staat
finding-unanswered = geen code beantwoordt `{ $trigger }`: gebeurt het, dan blijft de poging zonder code
finding-unanswered-do = zet "{ $trigger }" bij `on` van één code
finding-unanswered-near = geen code beantwoordt `{ $trigger }`: gebeurt het, dan blijft de poging zonder code
finding-unanswered-near-do = zet "{ $trigger }" bij `on` van één code: `{ $near }` ligt er naar betekenis het dichtst bij
finding-leaves-open = beantwoordt `{ $trigger }` en laat het contact open: er zou verder gebeld worden terwijl dat niet mag
finding-leaves-open-do = schrijf `kind = "final"` voor het hele contact, of beantwoord het elders
finding-no-label = heeft geen naam in `{ $language }`: wie die taal leest, ziet de kale code
finding-no-label-do = schrijf `{ $language } = "…"`
finding-no-such-group = `{ $group }` is geen groep van deze catalogus: de code staat dan onder geen kop en in geen rapport per groep
finding-no-such-group-do = schrijf de sleutel van een groep die er is, of voeg een `[[group]]` met die sleutel toe
finding-no-meaning = `{ $meaning }` is geen knoop van de betekenisboom: in de woorden van een andere catalogus is de code er dan geen
finding-no-meaning-do = kies er een uit catalogues/meanings.toml
finding-out-of-band = { $priority } ligt buiten zijn band: contacten zouden tussen die van een andere band komen
finding-out-of-band-do = schrijf een getal van { $low } tot { $high }
finding-near-figure = alleen 1, 3, 4 en 6 bestaan: de score kent geen ander getal
finding-near-figure-do = schrijf er een van
finding-near = zijn groep vraagt hoe dichtbij de juiste persoon was, en daaruit wordt de score gemaakt
finding-near-do = schrijf 1 (geen contact), 3 (niet de juiste persoon), 4 (de juiste persoon) of 6 (idem, op een vast tijdstip)
finding-no-follow-up = een contact zou meteen weer aan de beurt zijn, voor altijd
finding-no-follow-up-do = schrijf `follow_up = {"{"} expression = "…" {"}"}`
finding-roster-halves = `change` en `roster_lines` horen bij elkaar: het een zonder het ander verandert niets
finding-roster-halves-do = schrijf beide of geen van beide
finding-no-credit = { $figure } telt niet: een rapport zou één poging meer dan eens tellen
finding-no-credit-do = schrijf -1, 0 of 1
finding-no-period = `{ $period }` is geen periode, dus niemand kan zeggen wanneer het eindigt
finding-no-period-do = schrijf een ISO 8601-periode zoals `P1Y`
finding-mail-screen = stuurt een e-mail en opent geen scherm: niemand ziet wat er uitgaat, of naar welk adres
finding-mail-screen-do = schrijf `pop_up = true`, of haal "mail" uit `actions`
finding-group-setter = groep `{ $group }` heeft geen codes die `{ $setter }` mag zetten
finding-group-setter-do = schrijf alleen { $allowed } in `set_by`, of gebruik een andere groep
finding-group-closed = groep `{ $group }` neemt geen eigen codes op: wat er is kan worden aangepast, niets toegevoegd
finding-group-closed-do = gebruik een andere groep
finding-group-twice = `{ $group }` staat er twee keer: rapporten weten niet welke naam ze moeten tonen
finding-group-twice-do = geef een van beide een andere sleutel
finding-cause-twice = `{ $cause }` staat er twee keer: welke herhaling geldt, valt niet te zeggen
finding-cause-twice-do = geef een van beide een andere code
finding-cause-unknown = `{ $cause }` is geen oorzaak van deze catalogus: het paar van resultaat en oorzaak mist zijn tweede helft
finding-cause-unknown-do = schrijf de code van een van de `[[cause]]`
finding-cause-meaning = `{ $meaning }` van `{ $cause }` is geen knoop van de betekenisboom
finding-cause-meaning-do = kies er een uit catalogues/meanings.toml
finding-cause-word = `{ $word }` bij `on` van `{ $cause }` is geen aanleiding: onder die naam gebeurt nooit iets
finding-cause-word-do = de lijst is gesloten: zie docs/GLOSSARY.md
finding-cause-sign = `{ $sign }` van `{ $cause }` is geen teken: netwerk noch detector zegt het ooit
finding-cause-sign-do = schrijf `q850.1`, `sip.404` of een van { $signs }
finding-unreachable = niemand mag hem zetten en hij beantwoordt niets, dus hij staat nooit bij een contact en elk rapport toont 0
finding-unreachable-do = voeg toe wie hem zet, zoals `set_by = ["agent"]`, of wat hij bij `on` beantwoordt; of haal hem weg
finding-note-screen = vraagt om een notitie, en zonder scherm kan die niet worden geschreven: niemand kan de code ooit zetten
finding-note-screen-do = schrijf `pop_up = true`, of haal "note" uit `requires`
finding-fixed-date = vraagt om een datum die niemand mag kiezen (ReadOnly=1): niemand kan de code ooit zetten
finding-fixed-date-do = haal `ReadOnly=1` uit de uitdrukking, of "date" uit `requires`
finding-nobody-asks = geen scherm vraagt erom: geen agent mag de code zetten, en wat hem zet vult niets in
finding-nobody-asks-do = voeg "agent" toe aan `set_by`, of haal `requires` weg
finding-circling = geen grens maakt er een einde aan: een contact dat nooit wordt bereikt, wordt voor altijd gebeld, tot de wet het telt
finding-circling-do = schrijf `max_run = 8`, of zet `cold_count` of `total` onder `[limits]`
finding-circling-callback = na een terugbelafspraak maakt geen grens er een einde aan: een contact dat niet meer wordt bereikt, wordt voor altijd gebeld, tot de wet het telt
finding-circling-callback-do = schrijf `max_run = 8`, of zet `callback_count` of `total` onder `[limits]`
finding-circling-owner = zodra de juiste persoon is bereikt geldt geen grens meer: een contact dat niet meer wordt bereikt, wordt voor altijd gebeld, tot de wet het telt
finding-circling-owner-do = schrijf `max_run = 8`, of zeg in `accepted` waarom zijn eigenaar beslist
finding-stage-list = laat een contact terug naar een fase en niet naar de lijst, dus de keuze van een fase wordt nooit getoond
finding-stage-list-do = schrijf `reopen = ["list", "stage"]`
finding-no-success = geen agent kan een succes vastleggen: elk rapport toont 0 positief
finding-no-success-do = voeg een code toe met `set_by = ["agent"]` en `credit = {"{"} client = 1, … {"}"}`
finding-no-failure = geen agent kan een contact zonder succes afsluiten: wie nee zegt, wordt opnieuw gebeld
finding-no-failure-do = voeg een code toe met `set_by = ["agent"]`, `kind = "final"` en zonder punten
finding-no-objection = geen agent kan vastleggen dat iemand niet meer gebeld wil worden, een recht dat de wet iedereen geeft
finding-no-objection-do = voeg een code toe met `set_by = ["agent"]`, `kind = "final"` en `suppress = {"{"} subject = "number", … {"}"}`
finding-two-defaults = staat voor `{ $node }` naast `{ $other }`: in de woorden van deze catalogus krijgen andermans codes geen van beide
finding-two-defaults-do = laat `canonical = true` bij één ervan staan
finding-accepted-idle = aanvaardt `{ $finding }`, en iets van die naam wordt hier niet meer gevonden
finding-accepted-idle-do = haal het uit `accepted`
finding-column-to-call = sluit het contact, en "te bellen" bevat alleen open contacten: het lijstrapport telt het in geen van zijn kolommen
finding-column-to-call-do = schrijf `report_column = "drop_out"`, of de kolom waar het hoort
finding-column-positive = staat onder "positief" in het lijstrapport en telt niet voor de klant: de twee getallen verschillen
finding-column-positive-do = schrijf `credit = {"{"} client = 1, … {"}"}`, of een andere kolom
finding-column-elsewhere = telt voor de klant en staat buiten "positief": het lijstrapport toont minder successen dan er zijn geteld
finding-column-elsewhere-do = schrijf `report_column = "positive"`, of `client = 0`
finding-no-column = sluit het contact en hoort bij geen kolom: het lijstrapport telt het nergens
finding-no-column-do = voeg `report_column = "drop_out"`, `"no_interest"` of `"positive"` toe
finding-group-kind = groep { $group } wordt gelezen als `{ $promised }`, en de code is `{ $kind }`: statistieken per groep tellen hem daar toch
finding-group-kind-do = zet hem in de groep van zijn soort, of schrijf `kind = "{ $promised }"`
finding-group-reserved = groep { $group } is bestemd voor codes die tellen, en deze telt niet: statistieken per groep lezen hem alsof hij dat deed
finding-group-reserved-do = schrijf 1 of -1, of gebruik een andere groep
finding-never-meet = het rooster en de wet van { $country } hebben geen uur gemeen: een contact dat het krijgt, wordt nooit meer aangeboden
finding-never-meet-do = sta een uur toe dat de wet openlaat: zie `dispo law show`
finding-never-falls = `{ $expression }` valt nooit wanneer rooster en wet van { $country } laten bellen: het wordt elke keer naar andere uren verschoven
finding-never-falls-do = schrijf een tijd of venster daarbinnen, of laat de tijd weg
finding-laid-unknown = is geen code van de catalogus, dus er kan niets over worden gelegd
finding-laid-unknown-do = laat het weg
finding-laid-hidden = agents mogen hem toch al niet kiezen
finding-laid-hidden-do = laat het weg
finding-laid-follow-up = belt in de catalogus niet opnieuw, dus er is geen wachttijd te veranderen
finding-laid-follow-up-do = laat het weg, of kies een code die opnieuw belt
finding-laid-retry = is geen oorzaak van de catalogus die opnieuw wordt geprobeerd, dus er is geen herhaling te veranderen
finding-laid-retry-do = laat het weg, of geef de oorzaak in de catalogus een `retry`
finding-no-key = `{ $key }` is geen toets
finding-no-key-do = schrijf een letter van a tot z
finding-key-taken = `{ $key }` is die van `{ $other }`
finding-key-taken-do = kies een andere letter
finding-no-figure = `{ $text }` is niet te lezen
finding-no-figure-do = schrijf een getal van 0 tot 999
finding-one-letter = `{ $text }` is niet te lezen
finding-one-letter-do = schrijf één letter
finding-no-expression = `{ $text }` is niet te lezen
finding-no-expression-do = schrijf een uitdrukking zoals `TimeAdd=30m` of `DateAdd=1d, Time=9:00`
finding-no-length = `{ $text }` is niet te lezen
finding-no-length-do = schrijf een periode zoals 30m, 2h of P1D
finding-syntax = { $message }: niets erna kan worden gelezen
finding-syntax-do = schrijf `sleutel = waarde`, teksten tussen aanhalingstekens
finding-no-record = is geen record
finding-no-record-do = begin elk met `[[{ $name }]]` op een eigen regel
finding-unread = { $message }
finding-unread-do = de velden en hun waarden staan in docs/catalogue.md
finding-missing = { $message }: elk record van die soort heeft het nodig
finding-missing-do = voeg `{ $field } = …` toe
finding-never-falls-roster = `{ $expression }` valt nooit wanneer het rooster laat bellen: het wordt elke keer naar andere uren verschoven
finding-never-falls-roster-do = schrijf een tijd of venster daarbinnen, of laat de tijd weg
finding-line = regel { $line }
finding-no-reasons = er wordt een reden gevraagd, en er is er geen te kiezen: niemand kan de code ooit zetten
finding-no-reasons-do = schrijf `reasons = [{"{"} key = "price", label = {"{"} … {"}"} {"}"}]`, of haal "reason" uit `requires`
finding-reasons-unasked = niemand wordt ernaar gevraagd, dus de redenen worden nooit getoond
finding-reasons-unasked-do = schrijf `requires = ["reason"]`, of haal ze weg
finding-reason-key = de sleutel `{ $key }` is leeg of staat er twee keer: rapporten zouden twee redenen vermengen
finding-reason-key-do = geef elke reden een eigen sleutel
finding-reason-label = `{ $key }` heeft geen naam in `{ $language }`: wie die taal leest, ziet de kale sleutel
finding-reason-label-do = schrijf `{ $language } = "…"`
