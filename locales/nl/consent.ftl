ground-title = Doel en grond
ground-purpose = Waarvoor wordt er gebeld?
ground-choose = Kies …
ground-purpose-hint = De wet stelt aan verkoop meer eisen dan aan onderzoek. Het doel bepaalt wie er überhaupt gebeld mag worden.
ground-purpose-remedy = Kies waarvoor deze lijst gebeld wordt.
purpose-sales = verkoop
purpose-charity = een goed doel
purpose-charity-lottery = een loterij voor goede doelen
purpose-press = een krant of tijdschrift
purpose-research = onderzoek, er wordt niets verkocht
purpose-service = service: een bestelling, een afspraak
ground-basis-of-list = Een grond voor de hele lijst
ground-basis-hint = Als de opdrachtgever dat van alle contacten zegt. De eigen opt-in van een contact gaat voor.
ground-basis = Grond
ground-none = geen: contacten brengen hun eigen mee
ground-basis-remedy = Kies de grond, of maak dag en bron leeg.
ground-given-on = Gegeven op; bij klanten: laatste contract of gift
ground-given-remedy = Vul in wanneer hij gegeven is: zonder telt hij niet.
ground-day-remedy = Schrijf de dag als jaar, maand, dag.
ground-until = Tot en met, als dat gezegd is
ground-before-remedy = Dat is vóór de dag waarop hij gegeven is.
ground-source = Hoe en waar hij gegeven is
ground-source-remedy = Vul in hoe en waar hij gegeven is: zonder telt hij niet.
ground-source-long = Te lang: hoogstens 500 tekens.
ground-back = De lijst
ground-changes = Dit geldt vanaf nu. Wat besloten is, blijft; openstaande contacten krijgen of verliezen hun plaats tussen wie er gebeld wordt.
ground-save = Opslaan
ground-change = Wijzigen
ground-no-purpose = geen doel
ground-no-purpose-text = Niemand heeft gezegd waarvoor deze lijst gebeld wordt; er wordt dus geen grond gevraagd.
ground-line = Voor allen: { $basis }, { $from }: { $source }
ground-line-until = Voor allen: { $basis }, { $from } t/m { $until }: { $source }
ground-later = De grond is gegeven op een dag die nog moet komen; tot dan telt hij niet.
ground-without = { $n ->
    [one] { $n } contact wordt niet gebeld: de wet vraagt een grond en er is geen bekend
   *[other] { $n } contacten worden niet gebeld: de wet vraagt een grond en er is geen bekend
}
held-no-ground = zonder grond om te bellen
held-no-ground-remedy = De wet vraagt een grond, zoals een opt-in, en er is geen bekend die telt. Importeer de opt-in, of geef een grond voor de hele lijst op.
check-no-purpose = Lijst “{ $list }” heeft geen doel: zeg waarvoor er gebeld wordt, zodat de wet gevolgd kan worden.
check-no-ground = { $n ->
    [one] { $n } contact van lijst “{ $list }” heeft geen grond waarop gebeld mag worden.
   *[other] { $n } contacten van lijst “{ $list }” hebben geen grond waarop gebeld mag worden.
}
desk-consent-key = opt-in, om voor te lezen
consent-basis = Grond
consent-text = In deze woorden
consent-purpose = Waarover
consent-channel = Via welk kanaal
consent-until = Tot en met
consent-withdrawn = Ingetrokken op
consent-recording-refused = Wil niet worden opgenomen sinds
consent-free = Voor dit gesprek vraagt de wet geen grond.
consent-missing = geen grond: niet bellen
consent-rule-source = bron: { $source }
consent-aloud = Op { $day } heeft { $who } toestemming gegeven om gebeld te worden: { $source }.
consent-aloud-customer = { $who } is klant; het laatste contract of de laatste gift was op { $day }: { $source }.
consent-aloud-directory = Het nummer van { $who } stond op { $day } in de telefoongids zonder bezwaar tegen reclame: { $source }.
consent-aloud-text = De woorden waren: “{ $text }”
consent-aloud-id = Het is bewaard onder { $id }.
consent-aloud-withdrawn = De toestemming is ingetrokken op { $day }.
consent-aloud-purpose = Wij bellen met dit doel: { $purpose }.
letter-title = Op welke grond wij u bellen
letter-from = Van
letter-number = Nummer
letter-date = Datum
letter-nothing = Van dit nummer bewaren wij niets.
letter-list = In de lijst “{ $list }”
letter-name = Bewaard onder de naam
letter-ground = Grond: { $basis }, gegeven op { $day }.
letter-no-ground = Er is geen grond voor een gesprek bekend.
letter-uses = { $n ->
    [0] Dit nummer is vanuit deze lijst niet gebeld.
    [one] { $n } gesprek met dit nummer:
   *[other] { $n } gesprekken met dit nummer:
}
letter-suppression = Niet bellen
letter-not-suppressed = Dit nummer staat niet op onze lijst van wie niet gebeld wordt.
letter-suppressed = Sinds { $since } wordt dit nummer niet meer gebeld.
letter-suppressed-campaign = Sinds { $since } wordt dit nummer voor een van onze campagnes niet meer gebeld.
letter-rights = Uw rechten
letter-rights-text = U kunt uw toestemming op elk moment intrekken of bezwaar maken, even eenvoudig als u haar gaf: zeg het tijdens een gesprek tegen de agent, of tegen wie deze brief stuurde. Vanaf dat moment wordt u niet meer gebeld. U mag ook vragen wat van u bewaard wordt, en het laten verbeteren of wissen.
letter-button = Het antwoord aan de consument als PDF
letter-from-field = Wie antwoordt: naam en adres
compliance-title = Wie gebeld mag worden, en waarom niet
compliance-no-ground = { $count } zonder grond: { $rule }
compliance-shut = Nu gesloten: { $rule }; weer open { $until }
compliance-suppressed = daarvan niet te bellen
compliance-law = De wet van { $country } vandaag
compliance-next = De volgende wijziging is op { $day }.
compliance-uncertain = niet zeker: vraag een jurist
compliance-until = tot en met { $day }
