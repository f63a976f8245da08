# Felhasználók, szerepkörök, tokenek.
people-title = Felhasználók
people-new-title = Felhasználó felvétele
people-search = Név vagy felhasználónév
people-find = Mutat
people-name = Név
people-role = Szerepkör
people-state = Állapot
people-last = Utolsó bejelentkezés
people-all-roles = Minden szerepkör
people-everybody = Mindenki
people-none = Senki sem felel meg
people-none-remedy = { $n ->
    [one] E szűrő nélkül { $n } felhasználó van.
    *[other] E szűrő nélkül { $n } felhasználó van.
}
people-show-all = Mind mutatása
people-login-hint = Kisbetűk, számjegyek és . _ @ -
people-login-empty = Írjon be egy felhasználónevet.
people-login-long = Túl hosszú: legfeljebb 64 karaktert használjon.
people-login-letters = Csak a–z betűket, számjegyeket és a . _ @ - jeleket használja.
people-login-taken = Ez a felhasználónév foglalt. Válasszon másikat.
people-name-empty = Írja be a nevet.
people-name-long = Túl hosszú: legfeljebb 80 karaktert használjon.
people-name-letters = A név egy sor szöveg.
people-role-hint = Az operátor munkahelyet kap. A szupervizor irányítja a munkát, a rendszergazda a felhasználókat is kezeli.
role-agent = Operátor
role-supervisor = Szupervizor
role-administrator = Rendszergazda
user-active = aktív
user-invited = meghívva
user-locked = zárolva
user-locked-out = kizárva
user-off = távozott
people-invite = Felvétel és meghívás
people-cancel = Mégse
people-link-title = Átadandó hivatkozás
people-invite-what = Ezzel a hivatkozással { $name } jelszót választ és bejelentkezik.
people-reset-what = Ezzel a hivatkozással { $name } új jelszót választ. Addig a jelenlegi érvényes.
people-link = Hivatkozás
people-link-once = Csak most látható. Egyszer használható, 24 óráig. Úgy adja át, hogy más ne olvassa el.
people-link-done = Kész
people-link-hint = Az új hivatkozás felváltja a még fel nem használtat.
people-link-not-active = Csak aktív felhasználó kaphat hivatkozást. Előbb állítsa az állapotot aktívra.
people-last-administrator = Nem maradna rendszergazda. Előbb nevezzen ki egy másikat.
people-browser-language = Ahogy a böngésző kéri
people-change-ends = { $n ->
    [0] Jelenleg nincs bejelentkezve.
    [one] Más szerepkör vagy állapot kijelentkezteti a felhasználót: { $n } munkamenet.
    *[other] Más szerepkör vagy állapot kijelentkezteti a felhasználót: { $n } munkamenet.
}
people-locked-out = Hibás jelszavak miatt kizárva eddig: { $time }.
people-unlock = Zárolás feloldása
people-reset = Hivatkozás új jelszóhoz
people-invite-again = Új meghívó készítése
people-end-sessions = { $n ->
    [one] { $n } munkamenet lezárása
    *[other] { $n } munkamenet lezárása
}
people-not-logged-in = Jelenleg nincs bejelentkezve.
people-log-title = Napló
people-log-all = Minden ehhez a felhasználóhoz
people-log-at = Mikor
people-log-what = Mi
people-log-about = Kiről
people-log-by = Ki által
people-log-detail = Részlet
people-log-none = Még nem történt semmi
people-log-older = Régebbiek
people-event-logged-in = bejelentkezett
people-event-login-failed = hibás jelszó
people-event-locked-out = kizárva
people-event-logged-out = kijelentkezett
people-event-password-changed = jelszó módosítva
people-event-user-added = felvéve
people-event-user-changed = módosítva
people-event-unlocked = feloldva
people-event-session-ended = munkamenet lezárva
people-event-link-made = hivatkozás készült
people-event-link-used = hivatkozás felhasználva
people-event-token-added = token készült
people-event-token-revoked = token visszavonva
token-title = API-tokenek
token-new = Token készítése
token-name = Mire szolgál?
token-name-empty = Írja be, mire szolgál, például „webes űrlap”.
token-scopes = Jogosultságai
token-no-scope = Válasszon legalább egyet.
token-ends = Lejárat
token-year = egy év múlva
token-quarter = 90 nap múlva
token-month = 30 nap múlva
token-forever = visszavonáskor
token-make = Token készítése
token-made-title = Az új token
token-made-what = A(z) „{ $name }” minden kérésben elküldi Authorization: Bearer fejlécként.
token-secret = Token
token-once = Csak most látható. Aki birtokolja, megteheti, amire jogosít.
token-none = Egyetlen program sem férhet hozzá
token-none-remedy = Készítsen tokent egy webes űrlaphoz vagy saját szoftveréhez.
token-by = Készítette
token-made = Készült
token-used = Utoljára használva
token-revoke = Visszavonás
token-revoked = visszavonva
token-ask = Visszavonja a(z) „{ $name }” tokent? Az ezt használó programok ezután elutasítást kapnak; ez nem vonható vissza.
scope-read-lists = listák és kódjaik olvasása
scope-read-contacts = kapcsolatok, hívási kísérletek és visszahívások olvasása
scope-write-contacts = kapcsolatok felvétele és módosítása
scope-read-campaigns = kampányok olvasása
scope-read-suppressions = tiltólista olvasása
scope-write-suppressions = felvétel a tiltólistára
