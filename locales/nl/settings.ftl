# Eigen instellingen.
settings-title = Instellingen
settings-look = Taal en uiterlijk
settings-theme = Kleuren
settings-theme-system = Zoals het systeem
settings-theme-light = Licht
settings-theme-dark = Donker
settings-save = Opslaan
settings-access = Toegang
settings-login = U logt in als { $login }.
settings-sessions = Waar u bent ingelogd
settings-sessions-what = Een sessie eindigt na 12 uur; voor supervisors en beheerders ook na 2 uur zonder gebruik.
session-browser = Browser
session-address = Adres
session-since = Sinds
session-seen = Laatst gebruikt
session-end = Daar uitloggen
session-here = deze
session-end-others = { $n ->
    [one] De andere uitloggen
    *[other] De { $n } andere uitloggen
}
password-title = Wachtwoord wijzigen
password-must = Kies eerst een eigen wachtwoord.
password-now = Huidig wachtwoord
password-new = Nieuw wachtwoord
password-again = Nieuw wachtwoord nogmaals
password-hint = Minstens { $n } tekens. Een zin is makkelijk te onthouden.
password-ends = Overal elders wordt u uitgelogd.
password-change = Wijzigen
password-now-wrong = Dit is niet uw huidige wachtwoord.
password-too-short = Te kort: gebruik 12 tekens of meer.
password-too-long = Te lang: gebruik hoogstens 200 tekens.
password-is-login = Uw inlognaam is geen wachtwoord. Voeg iets toe dat alleen u weet.
password-common = Te makkelijk te raden. Neem een paar woorden die niet bij elkaar horen.
password-same = Dit is het huidige. Kies een ander.
password-differs = De twee zijn niet gelijk. Typ het nogmaals.

vocabulary-title = Woorden voor codes
vocabulary-what = Historie, rapporten en exports kunnen in de codes van een ander product worden getoond. Aan het bureau worden altijd de codes van de lijst zelf gekozen; de andere staan klein op de knoppen.
vocabulary-shown = Codes in de woorden van
vocabulary-own = elke lijst zelf
vocabulary-show = Tonen
vocabulary-no-code = geen code
