# Az ellenőrzési napló.
audit-title = Ellenőrzési napló
audit-who = Ki
audit-of = Mit
audit-contact = Ügyfél (lista/szám)
audit-from = Ettől
audit-until = Eddig
audit-none = A naplóban nincs semmi
audit-check = Napló ellenőrzése
audit-rows = { $n ->
    [one] { $n } sor.
    *[other] { $n } sor.
}
audit-whole = A napló ép: semmit sem módosítottak vagy töröltek.
audit-broken = A napló nem ép: a(z) { $seq }. sort módosították vagy eltávolították.
audit-desk = { $id }. munkahely
audit-token = „{ $name }” program
audit-program = Parancssor
audit-system = Maga a ház
audit-saw = megnézte
audit-searched = keresett
audit-changed = módosította
audit-exported = elvitte
audit-imported = importálta
audit-undone = visszavont egy importot
audit-listened = belehallgatott
audit-erased = törölte
audit-forgot = régi sorokat elfelejtett
audit-about-contacts = Ügyfelek
audit-about-lists = Listák
audit-about-campaign = Kampány
audit-about-agent = Operátorok
audit-about-token = Token
audit-about-suppression = Tiltások
audit-about-queue = Bejövő hívószám
audit-about-results = Eredmények
audit-about-import = Import
audit-about-audit = Ellenőrzési napló
audit-about-house = Ház
