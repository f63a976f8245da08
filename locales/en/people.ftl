# Users, roles, tokens.
people-title = Users
people-new-title = Add a user
people-search = Name or login
people-find = Show
people-name = Name
people-role = Role
people-state = State
people-last = Last log-in
people-all-roles = All roles
people-everybody = Everybody
people-none = Nobody fits
people-none-remedy = { $n ->
    [one] There is { $n } user without this filter.
    *[other] There are { $n } users without this filter.
}
people-show-all = Show all
people-login-hint = Small letters, digits and . _ @ -
people-login-empty = Type a login.
people-login-long = Too long: use 64 characters at most.
people-login-letters = Use letters a to z, digits and . _ @ - only.
people-login-taken = This login is taken. Choose another.
people-name-empty = Type the name.
people-name-long = Too long: use 80 characters at most.
people-name-letters = A name is one line of text.
people-role-hint = An agent gets a desk. Supervisors direct the work, administrators also manage users.
role-agent = Agent
role-supervisor = Supervisor
role-administrator = Administrator
user-active = active
user-invited = invited
user-locked = locked
user-locked-out = locked out
user-off = gone
people-invite = Add and make invitation
people-cancel = Cancel
people-link-title = A link to hand over
people-invite-what = With this link { $name } chooses a password and logs in.
people-reset-what = With this link { $name } chooses a new password. The present one works until then.
people-link = Link
people-link-once = Shown only now. It works once, for 24 hours. Hand it over so that nobody else reads it.
people-link-done = Done
people-link-hint = A new link replaces one that has not been used.
people-link-not-active = Only an active user can be given a link. Set the state to active first.
people-last-administrator = Nobody would be left to administer. Make another administrator first.
people-browser-language = As the browser asks
people-change-ends = { $n ->
    [0] Not logged in at present.
    [one] Another role or state logs the user out: { $n } session.
    *[other] Another role or state logs the user out: { $n } sessions.
}
people-locked-out = Locked out by wrong passwords until { $time }.
people-unlock = Unlock
people-reset = Make a link for a new password
people-invite-again = Make another invitation
people-end-sessions = { $n ->
    [one] End { $n } session
    *[other] End { $n } sessions
}
people-not-logged-in = Not logged in at present.
people-log-title = Log
people-log-all = All of this user
people-log-at = When
people-log-what = What
people-log-about = About
people-log-by = By
people-log-detail = Detail
people-log-none = Nothing has happened yet
people-log-older = Older
people-event-logged-in = logged in
people-event-login-failed = wrong password
people-event-locked-out = locked out
people-event-logged-out = logged out
people-event-password-changed = password changed
people-event-user-added = added
people-event-user-changed = changed
people-event-unlocked = unlocked
people-event-session-ended = session ended
people-event-link-made = link made
people-event-link-used = link used
people-event-token-added = token made
people-event-token-revoked = token revoked
token-title = API tokens
token-new = Make a token
token-name = What is it for?
token-name-empty = Say what it is for, such as “web form”.
token-scopes = It may
token-no-scope = Tick at least one.
token-ends = Ends
token-year = in a year
token-quarter = in 90 days
token-month = in 30 days
token-forever = when it is revoked
token-make = Make the token
token-made-title = The new token
token-made-what = “{ $name }” sends it with every request, as Authorization: Bearer.
token-secret = Token
token-once = Shown only now. Whoever has it may do what it may.
token-none = No program may speak to this centre
token-none-remedy = Make a token for a web form or your own software.
token-by = Made by
token-made = Made
token-used = Last used
token-revoke = Revoke
token-revoked = revoked
token-ask = Revoke “{ $name }”? Programs that use it are refused from now on; this cannot be undone.
scope-read-lists = read lists and their codes
scope-read-contacts = read contacts, attempts and callbacks
scope-write-contacts = add and change contacts
scope-read-campaigns = read campaigns
scope-read-suppressions = read suppressions
scope-write-suppressions = add suppressions
