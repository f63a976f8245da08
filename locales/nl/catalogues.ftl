# Catalogi: versies, concepten, wat een wijziging had veranderd.
catalogues-title = Catalogi
catalogues-what = Een catalogus bevat de codes die belpogingen krijgen. Een versie verandert nooit; een lijst gaat pas naar een andere over als u dat zegt.
catalogue-name = Catalogus
catalogue-newest = Nieuwste versie
catalogue-lists = Lijsten
catalogue-draft = Concept
catalogue-go-on = Verder met het concept
catalogue-begin = Een concept beginnen
catalogue-import = Een bestand overnemen
catalogue-file = Bestand
catalogue-file-hint = Plak de tekst van een TOML-bestand. Het wordt het concept van de naam die erin staat.
catalogue-take-in = Overnemen
catalogue-draft-there = Er is al een concept van die naam: publiceer of verwijder dat eerst.
catalogue-name-plain = De naam in het bestand mag uit kleine letters, cijfers en streepjes bestaan, hoogstens 40.
catalogue-codes-missing = Adressen van de lijst staan onder codes die deze versie niet heeft: { $codes }. Geef ze eerst een andere code.
catalogue-versions = Versies
catalogue-version = Versie
catalogue-when = Gepubliceerd
catalogue-who = Door
catalogue-note = Wat is er nieuw
catalogue-note-hint = Het blijft altijd bij de versie staan.
catalogue-shipped = hoort bij het programma
catalogue-working = Lijsten die ermee werken
catalogue-nobody = Geen enkele lijst werkt ermee.
catalogue-moving = Vanaf de volgende gebeurtenis. Limieten, rooster en wat over de codes is gelegd, blijven voor zover ze passen.
catalogue-move = Overgaan
catalogue-wrong = Fout:
catalogue-doubt = Twijfelachtig:
catalogue-begun-with = begonnen met versie { $n }
catalogue-publish = Publiceren
catalogue-drop = Concept verwijderen
catalogue-up = Omhoog
catalogue-down = Omlaag
catalogue-rest = Velden die hier niet staan, staan in het bestand: download het, wijzig het, neem het over.
catalogue-keep = In het concept bewaren
catalogue-check = Wat de controle zegt
catalogue-differs = Wat verschilt
code-label-nl = Naam, Nederlands
code-label-en = Naam, Engels
code-label-de = Naam, Duits
code-label-hu = Naam, Hongaars
code-group = Groep
code-meaning = Betekenis
code-kind = Soort
code-on = Beantwoordt
code-set-by = Gezet door
code-due = Opnieuw aan de beurt
code-due-min = Op zijn vroegst
code-due-max = Op zijn laatst
code-max-run = Hoogstens achter elkaar
code-priority = Prioriteit
code-owner = Van wie de opdracht is
code-roster = Rooster
code-roster-lines = Uren van dat rooster
code-suppress = Blokkeren
code-suppress-extent = Waar blokkeren
code-credit-client = Telt voor de klant
code-credit-agent = Telt voor de agent
code-report-column = Kolom van het rapport
code-requires = Moet ingevuld zijn
code-choices = De agent mag kiezen
code-hotkey = Toets
code-order = Plaats in de groep
code-pop-up = Met notitie
code-sticky = Mag niet worden overschreven
code-canonical = Staat voor zijn betekenis
replay-title = Wat anders was gegaan
replay-days = Dagen terug
replay-go = Opnieuw beslissen
replay-told = { $decisions } beslissingen over { $contacts } adressen: { $different } waren anders uitgevallen.
replay-due-earlier = eerder aan de beurt
replay-due-later = later aan de beurt
replay-code = een andere code
replay-state = een andere toestand
replay-owner = een andere eigenaar
replay-actions = andere acties
replay-suppression = wel of niet geblokkeerd
replay-refused = wel of niet geweigerd
replay-hint = Elke gebeurtenis op het verleden dat ze trof; wat mensen daarna anders hadden gedaan, kan niemand weten.
replay-none = Er is geen eerdere versie om mee te vergelijken.
replay-contact = Adres
replay-at = Wanneer
replay-then = Toen
replay-now = Met het concept
replay-field = Veld
replay-before = Eerst
replay-after = Daarna
catalogue-problems = { $n ->
    [0] Er is niets fout.
    [one] Er is { $n } fout.
   *[other] Er zijn { $n } fouten.
}
catalogue-warnings = { $n ->
    [0] Er is niets twijfelachtig.
    [one] { $n } punt is twijfelachtig.
   *[other] { $n } punten zijn twijfelachtig.
}
catalogue-add = Code toevoegen
catalogue-like = Zoals
catalogue-like-none = geen: leeg
catalogue-add-plain = Een code heeft 1 tot 40 tekens, zonder spaties.
catalogue-add-reserved = Deze code is gereserveerd: kies een andere.
catalogue-add-taken = Dat is al { $other }: kies een andere code.
catalogue-add-like-gone = De code waar hij op moet lijken staat niet in het concept.
catalogue-drag = Codes die agents kiezen wisselen binnen hun groep van plaats: versleep een rij, of gebruik de pijlen.
catalogue-remove = Deze code verwijderen
catalogue-stays = Deze code hoort bij het programma en blijft. Haal “agent” weg bij “Gezet door”, dan kiest niemand hem meer.
catalogue-remove-nothing = Zonder deze code zou er niets mis zijn.
catalogue-remove-wrong = Zonder deze code zou dit fout zijn:
catalogue-remove-contacts = { $n ->
    [one] { $n } contact staat onder deze code: de lijst ervan gaat niet naar een versie zonder.
   *[other] { $n } contacten staan onder deze code: hun lijsten gaan niet naar een versie zonder.
}
code-cause = Oorzaak
code-hours-how = pijlen verplaatsen, de spatiebalk verandert, met shift nemen de pijlen de waarde mee
