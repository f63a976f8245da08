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
