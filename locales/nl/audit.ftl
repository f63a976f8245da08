# Het auditspoor.
audit-title = Auditspoor
audit-who = Wie
audit-of = Waarvan
audit-contact = Contact (lijst/nummer)
audit-from = Van
audit-until = Tot en met
audit-none = Er staat niets in het spoor
audit-check = Spoor controleren
audit-rows = { $n ->
    [one] { $n } regel.
    *[other] { $n } regels.
}
audit-whole = Het spoor is heel: niets is gewijzigd of verwijderd.
audit-broken = Het spoor klopt niet: regel { $seq } is gewijzigd of verwijderd.
audit-desk = Werkplek { $id }
audit-token = Programma ‘{ $name }’
audit-program = Opdrachtregel
audit-system = Het huis zelf
audit-saw = zag
audit-searched = zocht
audit-changed = wijzigde
audit-exported = nam mee
audit-imported = importeerde
audit-undone = draaide een import terug
audit-listened = luisterde
audit-erased = wiste
audit-forgot = vergat oude regels
audit-about-contacts = Contacten
audit-about-lists = Lijsten
audit-about-campaign = Campagne
audit-about-agent = Agents
audit-about-token = Token
audit-about-suppression = Suppressies
audit-about-queue = Inbound-nummer
audit-about-results = Resultaten
audit-about-import = Import
audit-about-audit = Auditspoor
audit-about-house = Huis
