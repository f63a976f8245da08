# One's own settings.
settings-title = Settings
settings-look = Language and look
settings-theme = Colours
settings-theme-system = As the system has them
settings-theme-light = Light
settings-theme-dark = Dark
settings-save = Save
settings-access = Access
settings-login = You log in as { $login }.
settings-sessions = Where you are logged in
settings-sessions-what = A session ends after 12 hours; for supervisors and administrators also after 2 hours without use.
session-browser = Browser
session-address = Address
session-since = Since
session-seen = Last used
session-end = Log out there
session-here = this one
session-end-others = { $n ->
    [one] Log out the other one
    *[other] Log out all { $n } others
}
password-title = Change password
password-must = Choose a password of your own before you go on.
password-now = Present password
password-new = New password
password-again = New password once more
password-hint = At least { $n } characters. A sentence is easy to remember.
password-ends = You will be logged out everywhere else.
password-change = Change
password-now-wrong = This is not your present password.
password-too-short = Too short: use 12 characters or more.
password-too-long = Too long: use 200 characters at most.
password-is-login = Your login is no password. Add something only you know.
password-common = Too easy to guess. Take a few words that do not belong together.
password-same = This is the present one. Choose another.
password-differs = The two are not the same. Type it once more.

vocabulary-title = Words for codes
vocabulary-what = History, reports and exports can be shown in the codes of another product. At the desk the codes of the list itself are chosen, always; the others stand on its buttons in small.
vocabulary-shown = Codes in the words of
vocabulary-own = each list itself
vocabulary-show = Show
vocabulary-no-code = no code
