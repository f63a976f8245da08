# De vloer van de supervisor: agents, campagnes, berichten, campagnerooster.
floor-title = Vloer
floor-messages = Berichten
floor-grid = Campagnerooster
floor-settings = Wanneer het waarschuwt
floor-wide = Volledig scherm
floor-narrow = Gewoon scherm
floor-alerts = Wat aandacht vraagt
floor-no-alerts = Niets vraagt aandacht.
floor-totals = Iedereen samen
floor-trend = Het laatste uur, per 5 minuten
floor-trend-told = In het laatste uur: { $attempts } pogingen, { $live } gesproken, { $positive } positief.
floor-no-campaigns = Er loopt geen campagne
floor-no-campaigns-remedy = Start een campagne en koppel er een lijst aan; dan staat die hier.
floor-paused = gepauzeerd
floor-link-off = lijst staat uit
floor-stock-now = nu belbaar
floor-stock-today = later vandaag
floor-stock-later = na vandaag
floor-open = open in totaal
floor-no-lists = Er is geen lijst gekoppeld.
floor-agents = Agents
floor-nobody = Niemand past hierbij. Kies een andere campagne of fase.
floor-no-agents-at-all = Er is nog geen agent. Voeg een gebruiker met een werkplek toe.
floor-phase = Bezig met
floor-since = Sinds
floor-seen = Werkplek gezien
floor-at-work = aan het werk
floor-attempts-today = pogingen vandaag
floor-live-today = gesproken vandaag
floor-positive-today = positief vandaag
floor-live-hour = gesproken / uur
floor-positive-hour = positief / uur
floor-assigned = { $n ->
    [one] { $n } agent
    *[other] { $n } agents
}
floor-closed = { $n } afgesloten
floor-at-limit = waarvan { $n } op een limiet
phase-out = uitgelogd
phase-break = pauze
phase-ready = wacht
phase-reserved = preview
phase-dialling = kiest
phase-talking = in gesprek
phase-wrap-up = nawerk
held-now = nu te bellen
held-now-remedy = De volgende agent die klaar is krijgt ze, op volgorde van aanbieden.
held-not-due = nog niet aan de beurt
held-not-due-remedy = Hun tijd komt vanzelf: er staat een nieuwe poging of terugbelafspraak.
held-law = buiten de wettelijke beltijden
held-law-remedy = Op dit uur mogen ze volgens de wet niet gebeld worden, naar hun eigen klok.
held-roster = buiten hun belrooster
held-roster-remedy = Hun eigen belrooster heeft andere uren. Dat staat op de pagina van het contact.
held-resting = in rust tussen twee oproepen
held-resting-remedy = Ze zijn net gebeld of teruggegeven, of vandaag al te vaak.
held-reserved = gereserveerd voor hun eigenaar
held-reserved-remedy = Alleen de eigenaar krijgt ze aangeboden. Geef er een aan iemand anders op de pagina ervan.
held-in-hand = bij een agent in behandeling
held-in-hand-remedy = Iemand is ermee bezig. Wat vastzit, haalt u terug op de pagina van de agent.
held-suspended = opgeschort
held-suspended-remedy = Ze wachten op een mail, een persoon of een fase. Hervat er een op de pagina ervan.
held-never = zonder nummer of uur dat nog kan
held-never-remedy = Elk nummer is afgesloten, of belrooster en wet vallen nooit samen. Voeg een nummer toe of wijzig het belrooster.
held-filtered = niet gekozen door het filter
held-filtered-remedy = De koppeling van de campagne heeft een filter dat ze weglaat.
held-overdue = terugbelafspraken te laat
held-overdue-remedy = De afgesproken tijd is voorbij. De oudste eerst.
floor-held-title = Contacten achter het getal
held-nobody = Niemand meer
held-nobody-remedy = Ze zijn verder sinds het getal getoond werd.
alert-no-line = Er is geen telefooncentrale verbonden: er kan niet gebeld worden.
alert-exchange-gone = Centrale { $place } is niet te bereiken: nieuwe oproepen gaan over de andere.
alert-no-links = { $name }: loopt, maar biedt geen lijst aan
alert-no-agents = { $name }: loopt, maar niemand die er is werkt ervoor
alert-no-stock = { $name }: er is nu niets te bellen
alert-stock = { $n ->
    [one] { $name }: voorraad voor nog { $n } minuut
    *[other] { $name }: voorraad voor nog { $n } minuten
}
alert-overdue = { $n ->
    [one] { $name }: { $n } terugbelafspraak te laat, sinds { $at }
    *[other] { $name }: { $n } terugbelafspraken te laat, de oudste sinds { $at }
}
alert-wrap-up = { $n ->
    [one] { $name }: { $n } minuut in nawerk
    *[other] { $name }: { $n } minuten in nawerk
}
alert-break = { $n ->
    [one] { $name }: { $n } minuut met pauze
    *[other] { $name }: { $n } minuten met pauze
}
alert-silent = { $n ->
    [one] { $name }: werkplek al { $n } minuut stil
    *[other] { $name }: werkplek al { $n } minuten stil
}
floor-did-message = Bericht verstuurd.
floor-did-move = Campagne gewijzigd.
floor-did-break = Pauze ingesteld.
floor-did-ready = Op klaar gezet.
floor-did-out = Uitgelogd.
floor-did-unlock = Contact teruggehaald.
floor-did-end = Sessie beëindigd, of eindigt na het contact in behandeling.
floor-did-grid = Campagnerooster gewijzigd.
floor-did-thresholds = Waarschuwingen gewijzigd.
floor-campaign-unknown = Die campagne bestaat niet. Kies er een uit de lijst.
floor-refused-out = Deze agent is niet ingelogd: inloggen kan alleen de agent zelf.
floor-message = Bericht sturen
message-text = Tekst
message-hint = Hoogstens 500 tekens. Het blijft op de werkplek staan tot het gelezen is.
message-empty = Schrijf iets.
message-long = Te lang: gebruik hoogstens 500 tekens.
message-send = Versturen
message-whom = Aan
message-all = Iedereen
message-campaign = Allen van een campagne
message-chosen = Deze agents
message-nobody = Kies minstens één agent.
message-sent = Verstuurd in de laatste 24 uur
message-none = Nog niets.
message-read = gelezen
message-unread = nog niet gelezen
message-to = { $n ->
    [one] aan { $n } agent
    *[other] aan { $n } agents
}
floor-move = Naar een andere campagne
floor-move-alone = en naar geen andere
floor-move-do = Verplaatsen
floor-move-hint = Een contact in behandeling blijft tot het gecodeerd is; het volgende komt daarvandaan.
floor-break-kind = Soort pauze
floor-break-do = Pauze instellen
floor-ready-do = Klaar zetten
floor-break-hint = Met een contact in behandeling begint de pauze zodra het gecodeerd is. Klaar haalt ook terug wat nog wacht.
floor-intervene = Ingrijpen
floor-unlock = Contact terughalen
floor-end = Sessie beëindigen
floor-now = Nu
floor-unread = { $n } nog niet gelezen
floor-works-for = Werkt voor
floor-works-for-none = Geen campagne: er wordt niets aangeboden.
floor-log = Wat supervisors deden
floor-log-none = Nog niets.
floor-unlock-title = Een contact terughalen
floor-unlock-what = { $agent } heeft in behandeling:
floor-unlock-nothing = { $agent } heeft niets in behandeling
floor-unlock-stale = Dat contact is niet meer bij deze agent. Er is niets gewijzigd.
floor-end-title = Een sessie beëindigen
floor-end-nothing = { $agent } is niet ingelogd
floor-end-after = { $agent } wordt uitgelogd zodra het contact in behandeling is afgerond.
floor-end-now = { $agent } wordt meteen uitgelogd.
floor-end-sessions = { $n ->
    [one] Daarna wordt { $n } browser uitgelogd.
    *[other] Daarna worden { $n } browsers uitgelogd.
}
floor-end-hint = Moet het meteen, haal dan eerst het contact terug.
threshold-title = De vloer waarschuwt als …
threshold-stock = de voorraad niet langer duurt dan (minuten)
threshold-wrap-up = een agent langer nawerkt dan (minuten)
threshold-silent = een werkplek langer stil is dan (minuten)
threshold-overdue = een terugbelafspraak later is dan (minuten)
threshold-wrong = Schrijf hele minuten, 1 tot 1440.
threshold-hint = Pauzes waarschuwen per soort: elke soort zegt na hoeveel minuten.
grid-works = werkt
grid-callbacks = alleen terugbellen
grid-today = alleen vandaag
grid-tomorrow = alleen morgen
grid-none = niet
grid-saved = Opgeslagen. Wie wacht krijgt meteen het juiste aangeboden.
grid-empty = Niets om aan te vinken
grid-empty-remedy = Er moet een open campagne zijn en een agent die past.
grid-hint = Vink aan wie waarvoor werkt. Er wordt niets opgeslagen voordat u ziet wat er verandert.
grid-row = Hele rij
grid-column = Hele kolom
grid-look = Bekijk wat verandert
grid-template = Sjabloon
grid-apply = Toepassen
grid-keep-as = Bewaar deze vinkjes als
grid-forget-ask = Sjabloon { $name } verwijderen? Niemands werk verandert.
grid-name-remedy = Een sjabloon heeft een naam van 1 tot 80 tekens nodig.
grid-stale = Iemand heeft het rooster intussen gewijzigd. Er is niets opgeslagen; bekijk het opnieuw.
floor-grid-look = Wat er verandert
grid-nothing = Er zou niets veranderen
grid-changes = { $n ->
    [one] { $n } wijziging
    *[other] { $n } wijzigingen
}
grid-was = Nu
grid-is = Straks
grid-save-hint = Een contact in behandeling blijft tot het gecodeerd is.
desk-messages = Berichten van de supervisor
desk-messages-read = Gelezen
