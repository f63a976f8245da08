# Saját beállítások.
settings-title = Beállítások
settings-look = Nyelv és megjelenés
settings-theme = Színek
settings-theme-system = Ahogy a rendszerben
settings-theme-light = Világos
settings-theme-dark = Sötét
settings-save = Mentés
settings-access = Hozzáférés
settings-login = Felhasználóneve: { $login }.
settings-sessions = Hol van bejelentkezve
settings-sessions-what = Egy munkamenet 12 óra után véget ér; szupervizoroknál és rendszergazdáknál 2 óra tétlenség után is.
session-browser = Böngésző
session-address = Cím
session-since = Mióta
session-seen = Utoljára használva
session-end = Kijelentkeztetés ott
session-here = ez
session-end-others = { $n ->
    [one] A másik kijelentkeztetése
    *[other] Mind a { $n } másik kijelentkeztetése
}
password-title = Jelszó módosítása
password-must = Először válasszon saját jelszót.
password-now = Jelenlegi jelszó
password-new = Új jelszó
password-again = Új jelszó még egyszer
password-hint = Legalább { $n } karakter. Egy mondatot könnyű megjegyezni.
password-ends = Mindenhol máshol kijelentkezik.
password-change = Módosítás
password-now-wrong = Ez nem a jelenlegi jelszava.
password-too-short = Túl rövid: legalább 12 karaktert használjon.
password-too-long = Túl hosszú: legfeljebb 200 karaktert használjon.
password-is-login = A felhasználónév nem jelszó. Egészítse ki valamivel, amit csak Ön tud.
password-common = Túl könnyű kitalálni. Vegyen néhány össze nem tartozó szót.
password-same = Ez a jelenlegi. Válasszon másikat.
password-differs = A kettő nem egyezik. Írja be még egyszer.

vocabulary-title = A kódok szavai
vocabulary-what = Az előzmények, a kimutatások és az exportok egy másik termék kódjaival is megjeleníthetők. A munkahelyen mindig a lista saját kódjai választhatók; a többi kis betűvel áll a gombokon.
vocabulary-shown = Kódok az alábbi szavaival
vocabulary-own = minden lista sajátja
vocabulary-show = Mutasd
vocabulary-no-code = nincs kód
