# The page at the end of a link by which somebody says: do not call me.
optout-title = Ne hívjanak
optout-ask = Nem szeretné, hogy a { $end } végű számon hívjuk?
optout-ask-person = Nem szeretné, hogy hívjuk?
optout-behalf = A(z) { $name } megbízásából történő hívásokról van szó.
optout-do = Ne hívjanak többet
optout-done = Kész. Mostantól nem hívjuk többet.
optout-broken = Ez a link nem működik. Talán elveszett egy része: másolja ki a teljes linket az üzenetből, vagy válaszoljon rá.
optout-old = Ez a link túl régi. Válaszoljon az üzenetre, amelyben kapta: akkor nem hívjuk többet.
optout-too-many = Innen túl sok nem működő link érkezett. Várjon 15 percet, vagy válaszoljon az üzenetre, amelyben a linket kapta.
