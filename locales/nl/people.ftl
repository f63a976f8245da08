# Gebruikers, rollen, tokens.
people-title = Gebruikers
people-new-title = Gebruiker toevoegen
people-search = Naam of inlognaam
people-find = Tonen
people-name = Naam
people-role = Rol
people-state = Status
people-last = Laatst ingelogd
people-all-roles = Alle rollen
people-everybody = Iedereen
people-none = Niemand past
people-none-remedy = { $n ->
    [one] Zonder dit filter is er { $n } gebruiker.
    *[other] Zonder dit filter zijn er { $n } gebruikers.
}
people-show-all = Alles tonen
people-login-hint = Kleine letters, cijfers en . _ @ -
people-login-empty = Vul een inlognaam in.
people-login-long = Te lang: gebruik hoogstens 64 tekens.
people-login-letters = Gebruik alleen letters a tot z, cijfers en . _ @ -
people-login-taken = Deze inlognaam is bezet. Kies een andere.
people-name-empty = Vul de naam in.
people-name-long = Te lang: gebruik hoogstens 80 tekens.
people-name-letters = Een naam is één regel tekst.
people-role-hint = Een agent krijgt een werkplek. Supervisors sturen het werk, beheerders beheren ook de gebruikers.
role-agent = Agent
role-supervisor = Supervisor
role-administrator = Beheerder
user-active = actief
user-invited = uitgenodigd
user-locked = geblokkeerd
user-locked-out = buitengesloten
user-off = uit dienst
people-invite = Toevoegen en uitnodigen
people-cancel = Annuleren
people-link-title = Een link om door te geven
people-invite-what = Met deze link kiest { $name } een wachtwoord en logt in.
people-reset-what = Met deze link kiest { $name } een nieuw wachtwoord. Tot dan werkt het huidige.
people-link = Link
people-link-once = Alleen nu te zien. Werkt één keer, 24 uur lang. Geef hem zo door dat niemand anders hem leest.
people-link-done = Klaar
people-link-hint = Een nieuwe link vervangt een ongebruikte.
people-link-not-active = Alleen een actieve gebruiker kan een link krijgen. Zet de status eerst op actief.
people-last-administrator = Dan blijft er geen beheerder over. Maak eerst een andere beheerder.
people-browser-language = Zoals de browser vraagt
people-change-ends = { $n ->
    [0] Nu niet ingelogd.
    [one] Een andere rol of status logt de gebruiker uit: { $n } sessie.
    *[other] Een andere rol of status logt de gebruiker uit: { $n } sessies.
}
people-locked-out = Door verkeerde wachtwoorden buitengesloten tot { $time }.
people-unlock = Ontgrendelen
people-reset = Link voor nieuw wachtwoord maken
people-invite-again = Nieuwe uitnodiging maken
people-end-sessions = { $n ->
    [one] { $n } sessie beëindigen
    *[other] { $n } sessies beëindigen
}
people-not-logged-in = Nu niet ingelogd.
people-log-title = Logboek
people-log-all = Alles van deze gebruiker
people-log-at = Wanneer
people-log-what = Wat
people-log-about = Over
people-log-by = Door
people-log-detail = Bijzonderheid
people-log-none = Er is nog niets gebeurd
people-log-older = Ouder
people-event-logged-in = ingelogd
people-event-login-failed = verkeerd wachtwoord
people-event-locked-out = buitengesloten
people-event-logged-out = uitgelogd
people-event-password-changed = wachtwoord gewijzigd
people-event-user-added = toegevoegd
people-event-user-changed = gewijzigd
people-event-unlocked = ontgrendeld
people-event-session-ended = sessie beëindigd
people-event-link-made = link gemaakt
people-event-link-used = link gebruikt
people-event-token-added = token gemaakt
people-event-token-revoked = token ingetrokken
token-title = API-tokens
token-new = Token maken
token-name = Waarvoor is het?
token-name-empty = Zeg waarvoor, zoals “webformulier”.
token-scopes = Het mag
token-no-scope = Kies er minstens één.
token-ends = Eindigt
token-year = over een jaar
token-quarter = over 90 dagen
token-month = over 30 dagen
token-forever = als het wordt ingetrokken
token-make = Token maken
token-made-title = Het nieuwe token
token-made-what = “{ $name }” stuurt het met elke aanvraag mee, als Authorization: Bearer.
token-secret = Token
token-once = Alleen nu te zien. Wie het heeft, mag wat het mag.
token-none = Geen programma mag met dit centrum praten
token-none-remedy = Maak een token voor een webformulier of uw eigen software.
token-by = Gemaakt door
token-made = Gemaakt
token-used = Laatst gebruikt
token-revoke = Intrekken
token-revoked = ingetrokken
token-ask = “{ $name }” intrekken? Programma's die het gebruiken, worden voortaan geweigerd; dit is niet terug te draaien.
scope-read-lists = lijsten en hun codes lezen
scope-read-contacts = contacten, belpogingen en terugbelafspraken lezen
scope-write-contacts = contacten toevoegen en wijzigen
scope-read-campaigns = campagnes lezen
scope-read-suppressions = suppressies lezen
scope-write-suppressions = suppressies toevoegen
