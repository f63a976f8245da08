# The supervisor's floor: agents, campaigns, messages, the campaign grid.
floor-title = Floor
floor-messages = Messages
floor-grid = Campaign grid
floor-settings = When it warns
floor-wide = Full screen
floor-narrow = Normal screen
floor-alerts = What needs attention
floor-no-alerts = Nothing needs attention.
floor-totals = Everybody together
floor-trend = The last hour, by 5 minutes
floor-trend-told = In the last hour: { $attempts } attempts, { $live } live, { $positive } positive.
floor-no-campaigns = No campaign is open
floor-no-campaigns-remedy = Start a campaign and link a list to it; it appears here.
floor-paused = paused
floor-link-off = list is switched off
floor-stock-now = callable now
floor-stock-today = later today
floor-stock-later = after today
floor-open = open in all
floor-no-lists = No list is linked.
floor-agents = Agents
floor-nobody = Nobody fits. Choose another campaign or phase.
floor-no-agents-at-all = There is no agent yet. Add a user with a desk.
floor-phase = Doing
floor-since = For
floor-seen = Desk seen
floor-at-work = at work
floor-attempts-today = attempts today
floor-live-today = live today
floor-positive-today = positive today
floor-live-hour = live / hour
floor-positive-hour = positive / hour
floor-assigned = { $n ->
    [one] { $n } agent
    *[other] { $n } agents
}
floor-closed = { $n } closed
floor-at-limit = { $n } of them at a limit
phase-out = logged out
phase-break = break
phase-ready = waiting
phase-reserved = preview
phase-dialling = dialling
phase-talking = talking
phase-wrap-up = wrap-up
held-now = can be called now
held-now-remedy = The next agent who is ready gets them in the offering order.
held-not-due = not due yet
held-not-due-remedy = Their time comes by itself: a retry or a callback is planned.
held-law = outside the law’s hours
held-law-remedy = The law does not let them be called at this hour, by their own clock.
held-roster = outside their roster
held-roster-remedy = Their own roster has other hours. It is set on the contact’s page.
held-resting = resting between two calls
held-resting-remedy = They were called or given back just now, or too often today.
held-reserved = reserved for their owner
held-reserved-remedy = Only the owner is offered them. Give one to somebody else on its page.
held-in-hand = in an agent’s hands
held-in-hand-remedy = Somebody works on them. What is stuck is unlocked on the agent’s page.
held-suspended = suspended
held-suspended-remedy = They wait for a mail, a person or a stage. Resume one on its page.
held-never = without a number or an hour left
held-never-remedy = Every number is closed, or roster and law never meet. Add a number, or change the roster.
held-filtered = not chosen by the filter
held-filtered-remedy = The link of the campaign has a filter that leaves them out.
held-overdue = callbacks overdue
held-overdue-remedy = The time that was agreed has passed. The oldest come first.
floor-held-title = Contacts behind the number
held-nobody = Nobody any more
held-nobody-remedy = They have moved on since the number was shown.
alert-no-line = No exchange is connected: nothing can be dialled.
alert-exchange-gone = Exchange { $place } cannot be reached: new calls go through the others.
alert-no-links = { $name }: runs, but offers no list
alert-no-agents = { $name }: runs, but nobody at work works for it
alert-no-stock = { $name }: nothing can be called now
alert-stock = { $n ->
    [one] { $name }: stock lasts { $n } more minute
    *[other] { $name }: stock lasts { $n } more minutes
}
alert-overdue = { $n ->
    [one] { $name }: { $n } callback overdue, since { $at }
    *[other] { $name }: { $n } callbacks overdue, the oldest since { $at }
}
alert-wrap-up = { $n ->
    [one] { $name }: { $n } minute in wrap-up
    *[other] { $name }: { $n } minutes in wrap-up
}
alert-break = { $n ->
    [one] { $name }: { $n } minute on a break
    *[other] { $name }: { $n } minutes on a break
}
alert-silent = { $n ->
    [one] { $name }: desk not heard of for { $n } minute
    *[other] { $name }: desk not heard of for { $n } minutes
}
floor-did-message = Message sent.
floor-did-move = Campaign changed.
floor-did-break = Break set.
floor-did-ready = Set to ready.
floor-did-out = Logged out.
floor-did-unlock = Contact taken back.
floor-did-end = Session ended, or ends after the contact in hand.
floor-did-grid = Campaign grid changed.
floor-did-thresholds = Warnings changed.
floor-campaign-unknown = There is no such campaign. Choose one from the list.
floor-refused-out = This agent is not logged in: only she herself can log in.
floor-message = Send a message
message-text = Text
message-hint = Up to 500 characters. It stays on the desk until it is read.
message-empty = Write something.
message-long = Too long: use 500 characters at most.
message-send = Send
message-whom = To
message-all = Everybody
message-campaign = All of a campaign
message-chosen = These agents
message-nobody = Choose at least one agent.
message-sent = Sent in the last 24 hours
message-none = Nothing yet.
message-read = read
message-unread = not read yet
message-to = { $n ->
    [one] to { $n } agent
    *[other] to { $n } agents
}
floor-move = Move to another campaign
floor-move-alone = and to no other
floor-move-do = Move
floor-move-hint = A contact in hand stays until it is coded; the next one comes from there.
floor-break-kind = Type of break
floor-break-do = Set break
floor-ready-do = Set ready
floor-break-hint = With a contact in hand the break begins when it is coded. Ready also takes back what waits.
floor-intervene = Step in
floor-unlock = Take the contact back
floor-end = End the session
floor-now = Now
floor-unread = { $n } not read yet
floor-works-for = Works for
floor-works-for-none = No campaign: nothing is offered.
floor-log = What supervisors did
floor-log-none = Nothing yet.
floor-unlock-title = Take a contact back
floor-unlock-what = { $agent } has in hand:
floor-unlock-nothing = { $agent } has nothing in hand
floor-unlock-stale = That contact is no longer in these hands. Nothing was changed.
floor-end-title = End a session
floor-end-nothing = { $agent } is not logged in
floor-end-after = { $agent } is logged out as soon as the contact in hand is let go.
floor-end-now = { $agent } is logged out at once.
floor-end-sessions = { $n ->
    [one] Then { $n } browser is logged out.
    *[other] Then { $n } browsers are logged out.
}
floor-end-hint = If it must be at once, take the contact back first.
threshold-title = The floor warns when …
threshold-stock = stock lasts no longer than (minutes)
threshold-wrap-up = an agent wraps up for longer than (minutes)
threshold-silent = a desk was not heard of for longer than (minutes)
threshold-overdue = a callback is overdue by more than (minutes)
threshold-wrong = Write whole minutes, 1 to 1440.
threshold-hint = Breaks warn by their own type: each says after how many minutes.
grid-works = works
grid-callbacks = callbacks only
grid-today = today only
grid-tomorrow = tomorrow only
grid-none = not
grid-saved = Saved. Whoever waits is offered accordingly at once.
grid-empty = Nothing to tick
grid-empty-remedy = There must be an open campaign and an agent who fits.
grid-hint = Tick who works for what. Nothing is saved before you have seen what changes.
grid-row = Whole row
grid-column = Whole column
grid-look = See what changes
grid-template = Template
grid-apply = Apply
grid-keep-as = Keep these ticks as
grid-forget-ask = Delete the template { $name }? Nobody’s work changes.
grid-name-remedy = A template needs a name of 1 to 80 characters.
grid-stale = Somebody has changed the grid meanwhile. Nothing was saved; look at it again.
floor-grid-look = What will change
grid-nothing = Nothing would change
grid-changes = { $n ->
    [one] { $n } change
    *[other] { $n } changes
}
grid-was = Now
grid-is = Then
grid-save-hint = A contact in hand stays until it is coded.
desk-messages = Messages from the supervisor
desk-messages-read = Read
