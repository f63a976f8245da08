# Wie Anlage, Leitungen und Speicher mitkommen.
telephony-title = Telefonie
telephony-none = Keine Telefonanlage
telephony-none-remedy = Es kann nicht gewählt werden. Starten Sie das Programm mit --asterisk oder, zum Ausprobieren, mit --exchange simulated.
telephony-today = Heute
telephony-since = seit { $at }, dem Start des Programms
telephony-exchange = Anlage und Trunk
telephony-connection = Verbindung
telephony-connected = verbunden
telephony-lost = nicht erreichbar
telephony-reconnects = { $n ->
    [one] { $n } Mal wieder da
    *[other] { $n } Mal wieder da
}
telephony-up = Laufende Anrufe
telephony-dialling = wählt
telephony-ringing = klingelt
telephony-talking = im Gespräch
telephony-attempts = Versuche
telephony-asr-what = Answer-Seizure Ratio: wie viele Versuche auf diesem Trunk angenommen wurden
telephony-acd-what = Average Call Duration: wie lange angenommene Anrufe im Mittel dauerten
telephony-set-up = Aufbau
telephony-bridged = Annahme bis Verbindung
telephony-shares = Die Hälfte der Anrufe brauchte nicht länger · 99 von 100 brauchten nicht länger. Zeiten, und wie oft eine Anlage wieder da war, zählen seit dem Start des Programms.
telephony-ms = { $n } ms
telephony-keeps-up = Reaktionszeiten
telephony-what = Was gemessen wird
telephony-half = Hälfte binnen
telephony-most = 99 % binnen
telephony-behind = Von der Meldung einer Leitung bis zum Eintrag
telephony-writes = Schreiben in die Datenbank
telephony-unrecorded = noch einzutragen:
telephony-callers = wartende Anrufer:
telephony-metrics = Überwachungsprogramme lesen alle Zahlen mit einem Token für read:metrics unter
