# Nummers die niet gebeld mogen worden.
suppressions-title = Niet bellen
suppressions-look-up = Een nummer, e-mailadres of domein opzoeken
suppressions-number = Nummer, e-mailadres of domein
suppressions-number-wrong = Dit is geen nummer, e-mailadres of domein. Schrijf een nummer met het land, zoals +31 20 123 4567.
suppressions-until-wrong = Dit is geen dag in de toekomst. Kies er een uit de kalender, of laat het leeg.
suppressions-none = Niemand heeft dit afzonderlijk geblokkeerd.
suppressions-registers = Registers
suppressions-register = Register
suppressions-no-register = Er is nog geen register
suppressions-no-register-remedy = Lees er een in uit een bestand met `dispo suppress import --register`.
suppressions-found = Dit nummer
suppressions-is-in = staat erin
suppressions-is-not-in = staat er niet in
suppressions-as-of = Stand van
suppressions-age = Ouderdom
suppressions-numbers = Nummers
suppressions-where = Waar
suppressions-source = Bron
suppressions-imported = Ingelezen
suppressions-closing = contacten worden gesloten
suppressions-reason = Reden
suppressions-since = Sinds
suppressions-until = Tot
suppressions-for-good = voorgoed
suppressions-last-day = Laatste dag
suppressions-person = Een persoon, via een e-mailadres
suppressions-domain-wrong = Dit is geen domein van één bedrijf. Waar veel mensen adressen hebben, blokkeert u het ene adres.
suppressions-first-day = Eerste dag
suppressions-from-wrong = Dit is geen dag. Kies er een uit de kalender, of laat het leeg.
suppressions-of = alle campagnes van { $name }
suppressions-advertisers = Adverteerders
suppressions-campaigns = Campagnes
suppressions-falls-back = bedoeld voor de adverteerder; die was er niet
suppressions-add = Iemand blokkeren
suppressions-add-do = Blokkeren
suppressions-lift = Opheffen
suppressions-lift-ask = Opheffen? { $number } mag dan weer gebeld worden.
suppressions-why = Waarom het wordt opgeheven
suppressions-why-empty = Zeg waarom het wordt opgeheven: de reden wordt bewaard.
suppressions-lifted = Opgeheven
suppressions-lifted-at = Opgeheven op
suppressions-lifted-by = Door
suppressions-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagen
}
