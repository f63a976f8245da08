# Hoe centrale, lijnen en opslag het bijhouden.
telephony-title = Telefonie
telephony-none = Geen centrale
telephony-none-remedy = Er kan niet worden gebeld. Start het programma met --asterisk of, om het uit te proberen, met --exchange simulated.
telephony-today = Vandaag
telephony-since = sinds { $at }, toen het programma startte
telephony-exchange = Centrale en trunk
telephony-connection = Verbinding
telephony-connected = verbonden
telephony-lost = niet bereikbaar
telephony-reconnects = { $n ->
    [one] { $n } keer terug
    *[other] { $n } keer terug
}
telephony-up = Lopende gesprekken
telephony-dialling = kiest
telephony-ringing = gaat over
telephony-talking = in gesprek
telephony-attempts = Pogingen
telephony-asr-what = Answer-seizure ratio: hoeveel van de pogingen op deze trunk werden opgenomen
telephony-acd-what = Average call duration: hoe lang opgenomen gesprekken gemiddeld duurden
telephony-set-up = Opbouw
telephony-bridged = Van opnemen tot verbinding
telephony-shares = De helft van de oproepen duurde niet langer · 99 van de 100 duurden niet langer. Tijden, en hoe vaak een centrale terug was, tellen sinds het programma startte.
telephony-ms = { $n } ms
telephony-keeps-up = Reactietijden
telephony-what = Wat gemeten wordt
telephony-half = De helft binnen
telephony-most = 99 % binnen
telephony-behind = Van een bericht van een lijn tot het is vastgelegd
telephony-writes = Schrijven in de database
telephony-unrecorded = nog vast te leggen:
telephony-callers = wachtende bellers:
telephony-metrics = Bewakingsprogramma's lezen alle cijfers met een token voor read:metrics op
