# Campaigns: lists, agents, filters, quotas, limits, scripts.
campaigns-title = Campaigns
campaigns-none = There is no campaign yet
campaigns-none-remedy = A campaign brings lists and agents together: what is in none is not called.
campaigns-none-so = No campaign in this state
campaigns-show-all = { $n ->
    [one] Show the { $n } campaign
   *[other] Show all { $n } campaigns
}
campaigns-show = Show
campaigns-all-states = All
campaigns-attempts = Attempts today
campaign-new = New campaign
campaign-new-hint = It begins paused. Nobody is called before you start it.
campaign-make = Make the campaign
campaign-cancel = Cancel
campaign-first-list = First list
campaign-list-later = Choose later
campaign-name = Name
campaign-name-remedy = Write a name of 1 to 80 characters in one line.
campaign-name-taken = There is a campaign of this name: write another.
campaign-linked = This list is in the campaign already.
campaign-state = State
campaign-running = Running
campaign-paused = Paused
campaign-closed = Closed
campaign-start = Start
campaign-pause = Pause
campaign-close = Close
campaign-reopen = Open again
campaign-settings = Settings
campaign-priority = Priority
campaign-priority-hint = Lower goes first; 500 is usual.
campaign-priority-remedy = Write a whole number from 0 to 9999; lower goes first.
campaign-callbacks-jump = Callbacks go before the contacts of other campaigns
campaign-callbacks = callbacks open
campaign-advertiser = On behalf of
campaign-advertiser-hint = Who does not want to be called by this advertiser is not called in any of its campaigns.
campaign-advertiser-none = Nobody: whoever does not want to be called by an advertiser is not called in this campaign.
campaign-caller-id = Number shown to whoever is called
campaign-caller-id-hint = With its country, such as +31 20 123 4567. It must be answered when somebody calls back.
campaign-caller-id-law = The law: { $rule }. Write it with its country, such as +31 20 123 4567.
campaign-caller-id-remedy = This is no number with its country. Write it such as +31 20 123 4567, or leave it empty.
campaign-caller-id-set = Give it a number
check-no-caller-id = The law: { $rule }. This campaign has no number to show, so nobody is called.
campaign-save = Save
campaign-lists = Lists
campaign-no-lists = No list is in this campaign yet.
campaign-agents = Agents
campaign-agents-none = Tick at least one agent.
campaign-nobody = Nobody works on it yet.
campaign-working = Who works on it
campaign-take-away = Take away
campaign-add-agents = Add agents
campaign-add = Add
campaign-no-agents-at-all = There are no agents. An administrator adds them under Users.
campaign-grid = Callbacks only, today only: the grid of agents and campaigns
campaign-no-script = Agents see no script.
checks-title = Check list
checks-ready = Everything is in place.
checks-bad = Holds it up:
checks-warn = Worth a look:
checks-mend = Mend
check-no-lists = no list is linked
check-no-active = no list is active
check-no-agents = no agents are linked
check-no-script = no script
check-stock-later = list { $list } has no stock before { $at }
check-stock-none = list { $list } has no stock left
check-filter = the filter of list { $list } cannot be read and chooses nobody
check-no-law = no law for { $country }: nothing restricts when list { $list } is called
check-script = { $list }: { $fault }
check-code = a quota counts code { $code }, which { $catalogue } does not have
check-quota = quota reached, only callbacks are offered: { $what }
link-list = List
link-active = Active
link-active-of = List { $list } is active
link-priority = Priority
link-priority-of = Priority of list { $list }
link-filter = Filter
link-roster = Roster
link-limits = Limits
link-script = Script
link-remove = Take out
link-no-filter = all contacts
link-no-roster = none
link-own-limits = own
link-catalogue-limits = catalogue
link-own-script = own
link-campaign-script = of the campaign
link-no-script = none
link-add-list = Add a list
link-add = Add
link-choose-list = Choose a list.
link-no-lists-at-all = There is no list yet: import one first.
unlink-title = Take a list out
unlink-do = Take it out
unlink-open = { $n ->
    [one] { $n } open contact is offered by this campaign no longer; it stays open in its list.
   *[other] { $n } open contacts are offered by this campaign no longer; they stay open in their list.
}
unlink-callbacks = { $n ->
    [one] { $n } callback among them.
   *[other] { $n } callbacks among them.
}
unlink-filter = Its filter is forgotten.
state-start-title = Start the campaign
state-pause-title = Pause the campaign
state-close-title = Close the campaign
state-missing = It can be started, but will not work yet:
state-start-now = { $n ->
    [one] { $n } contact can be offered now.
   *[other] { $n } contacts can be offered now.
}
state-start-agents = { $n ->
    [one] { $n } agent works on it.
   *[other] { $n } agents work on it.
}
state-pause-agents = { $n ->
    [one] { $n } agent gets nothing more of it until it is started again.
   *[other] { $n } agents get nothing more of it until it is started again.
}
state-callbacks = { $n ->
    [one] { $n } callback stays open and is not offered by this campaign.
   *[other] { $n } callbacks stay open and are not offered by this campaign.
}
state-in-hand-finish = { $n ->
    [one] { $n } contact is in hand and is finished.
   *[other] { $n } contacts are in hand and are finished.
}
state-close-open = { $n ->
    [one] { $n } contact is still open: it is not closed, only offered no longer.
   *[other] { $n } contacts are still open: they are not closed, only offered no longer.
}
state-close-again = A closed campaign can be opened again.
state-elsewhere = List { $list } is in another running campaign and is called on from there.
filter-title = Filter
filter-kept = Only these contacts are offered:
filter-members = { $n ->
    [one] { $n } contact
   *[other] { $n } contacts
}
filter-none-hint = No filter: all contacts of the list are offered. Conditions narrow that down for this campaign.
filter-by-hand = written by hand
filter-by-hand-hint = This filter was written by hand and is more than rows can show. Saving here replaces it.
filter-join = A contact is meant if
filter-all = all conditions hold
filter-any = any condition holds
filter-and = and
filter-or = or
filter-condition = Condition { $n }
filter-field = Field
filter-op = Comparison
filter-value = Value
filter-drop = Drop
filter-add = Add a condition
filter-count = Count
filter-save = Save the filter
filter-counted = { $chosen } of { $contacts } contacts, { $now } of them now
filter-hint = Several values for “is one of” are separated by semicolons. Dates are written 2026-11-24, figures with a point.
filter-again = Apply again
filter-again-hint = New contacts and changed fields are judged as they come. State, code and attempts are judged when the filter is saved or applied again.
filter-clear = Offer all contacts again
filter-nothing = Write at least one condition.
filter-choose-field = Choose a field.
filter-choose-op = Choose a comparison.
filter-unknown-field = The list has no field “{ $field }”: choose another.
filter-value-missing = Write a value, or choose “is empty”.
filter-bad-op = “{ $op }” cannot be asked of { $kind }: choose another comparison.
filter-bad-value = “{ $value }” does not fit: { $remedy }
filter-remedy-text = write a text.
filter-remedy-integer = write a whole number such as 12.
filter-remedy-decimal = write a figure such as 12.5.
filter-remedy-date = write a date such as 2026-11-24.
filter-remedy-datetime = write a date and a time such as 2026-11-24 14:30.
filter-remedy-email = write an e-mail address such as ada@example.com.
filter-remedy-phone = write a number with its country, such as +493023125001.
filter-remedy-bool = write true or false.
filter-remedy-choice = write one of: new, unreached, callback, suspended, closed, in_hand.
field-type-text = a text
field-type-integer = a whole number
field-type-decimal = a figure
field-type-date = a date
field-type-datetime = a date and time
field-type-email = an e-mail address
field-type-phone = a telephone number
field-type-bool = yes or no
field-type-choice = a choice
column-key = Key
column-state = State
column-code = Code
column-attempts = Attempts
column-unreached-run = Not reached in a row
op-equal = is
op-other = is not
op-less = is less than
op-at-most = is at most
op-more = is more than
op-at-least = is at least
op-contains = contains
op-in = is one of
op-empty = is empty
quotas-title = Quotas
quotas-hint = A quota that is reached lets only callbacks be offered. Contacts in hand are finished. Corrections and undone codes are taken off again.
quota-most = At most
quota-most-remedy = Write a whole number of at least 1.
quota-what = Of
quota-what-remedy = Choose what is counted.
quota-one-code = one code
quota-code = Code (of one code)
quota-code-remedy = No list of this campaign has this code: write one of its catalogue.
quota-period = When
quota-in-total = in total
quota-per-day = per day
quota-of = Where
quota-campaign = whole campaign
quota-add = Add a quota
quota-remove = Remove
quota-reached = reached
quota-most-total = of { $n } in total
quota-most-day = of { $n } today
quota-told-total = { $most } × { $what } ({ $place })
quota-told-day = { $most } × { $what } per day ({ $place })
script-title = Call script
script-write = Write a script
script-edit = Edit the script
script-whose = Whose script
script-of-campaign = Campaign
script-text = Text
script-hint = # heading, ## smaller heading, - item, **bold**, an empty line between paragraphs.
script-names = You may use:
script-list-hint = Said instead of the campaign's script. Saved empty, the campaign's holds again.
script-save = Save
script-look = Preview
script-preview = What agents see
script-preview-for = For { $contact }
script-preview-nobody = There is no contact yet: fields show their names.
script-empty = Nothing is said yet.
script-versions = Versions
script-versions-hint = The newest is shown to agents. Open an older one and save it to bring it back.
script-newest = Version { $version }, { $author }, { $at }
script-too-long = A script has at most { $n } characters.
script-unclosed = line { $line }: a double brace has no name or no end. Write the name of a field between two pairs of braces.
script-unknown = line { $line }: { $name } is no field of the list. Write one of { $known }.
limits-page-title = Limits and times
limits-title = Attempt limits
limits-times = Times and ownership
limits-shares = Shares
limits-shares-hint = Per cent of offers that go to a band whatever its priority, to keep feeding, say, new contacts.
limits-catalogue = The catalogue's
limits-own = The list's own
limits-hint = Zero or nothing switches a limit off. Periods are days, or hours such as 36h.
limits-usual-catalogue = Catalogue: { $value }
limits-usual = Usual: { $value }
limits-off = off
limits-never = never
limits-yes = yes
limits-no = no
limits-unit-count = times
limits-unit-days = days
limits-unit-minutes = minutes
limits-unit-percent = %
limits-count-remedy = Write a whole number from 0 to 999; 0 is off.
limits-days-remedy = Write days such as 30, or hours such as 36h; at most ten years.
limits-minutes-remedy = Write minutes from 1 to 1440.
limits-release-remedy = Write minutes from 1 to 1440, or nothing for never.
limits-percent-remedy = Write per cent from 0 to 100.
limits-shares-remedy = Together the shares are more than 100 %: lower one.
limits-cold-count = Attempts without contact, new contacts
limits-cold-period = For at most, new contacts
limits-callback-count = Attempts without contact after a callback
limits-callback-period = For at most, after a callback
limits-callbacks = Callbacks
limits-callbacks-period = Callbacks for at most
limits-total = Attempts in all
limits-lease = In hand without a sign of life
limits-wrap-up = Wrap-up
limits-release = A callback is everybody's after
limits-share-not-reached-high = Not reached, soon
limits-share-system = New contacts
limits-share-not-reached-low = Not reached, later
limits-only-owner = Callbacks go to their owner only
limits-release-out = … unless the owner is not logged in when it is due
limits-by-line = What the line says codes an unanswered call
limits-look = See what changes
limits-will-change = What will change
limits-nothing = Nothing: all of it holds already.
limits-change = { $what }: { $from } → { $to }
limits-over = { $n ->
    [one] { $n } open contact stands at the limit: it is closed when it is not reached once more.
   *[other] { $n } open contacts stand at the limit: they are closed when they are not reached once more.
}
limits-from-next = Applies from the next event on. History keeps the rules it was made under.
limits-save = Save as new rules
limits-elsewhere = { $n ->
    [one] This list is in { $n } other running campaign: it changes there, too.
   *[other] This list is in { $n } other running campaigns: it changes there, too.
}
roster-title = Roster of the list
roster-hours = Hours by weekday
roster-hint = In the contact's own time, on full and half hours between 08:00 and 22:00: 09:00-12:00; 14:00- or -12:00. An empty day is not called; no hours at all are no roster.
roster-hours-remedy = “{ $hours }” is no stretch of hours: write 09:00-12:00, 14:00- or -12:00, on full or half hours from 08:00 to 22:00.
roster-week = The week
roster-none = No roster: only the law says when contacts are called.
roster-everybody = Also for the contacts that are there
roster-new = New contacts of the list get { $roster }.
roster-none-new = New contacts of the list get no roster.
roster-others-stay = Contacts that are there stay as they are.
roster-sets-now = { $n ->
    [one] { $n } contact can be called at once.
   *[other] { $n } contacts can be called at once.
}
roster-sets-later = { $n ->
    [one] { $n } contact can be called later.
   *[other] { $n } contacts can be called later.
}
roster-sets-in-hand = { $n ->
    [one] { $n } contact is in hand and gets it all the same.
   *[other] { $n } contacts are in hand and get it all the same.
}
roster-sets-suspended = { $n ->
    [one] { $n } suspended contact gets it.
   *[other] { $n } suspended contacts get it.
}
roster-leaves = { $n ->
    [one] { $n } contact stays as it is, such as a closed one.
   *[other] { $n } contacts stay as they are, such as closed ones.
}
roster-save = Save the roster
roster-run = Roster for contacts that were there: { $done } of { $contacts } done.
roster-continue = Go on
roster-reload = Look again
desk-script = Script
bounds-title = Beyond the law
bounds-none = Only what the law asks.
bounds-edit = See and change
bounds-lead = Of what the law, the campaign and a list ask, the strictest holds. Every denial says who asked.
bounds-hint = An empty field asks nothing of its own. Dials are counted by number, whoever dials, and by the days of the called party.
bounds-unit-hours = hours
bounds-unit-per-mille = of 1000
bounds-min-gap = Rest between two calls to one number
bounds-per-day = Calls to one number a day
bounds-dials = Calls to one number in some days
bounds-days = Within so many days
bounds-quarantine = Rest after a call that found no agent
bounds-abandoned = Answered calls that may find no agent
bounds-min-gap-remedy = Write minutes from 1 to 10080, a week.
bounds-per-day-remedy = Write a whole number from 1 to 99.
bounds-dials-remedy = Write a whole number from 1 to 999.
bounds-days-remedy = Write days from 2 to 92: longer ago is not remembered.
bounds-quarantine-remedy = Write hours from 1 to 2208, 92 days.
bounds-abandoned-remedy = Write 0 to 1000 of a thousand: 30 is 3 %.
bounds-both-remedy = The number of calls and the number of days go together: write both or neither.
bounds-save = Save
bounds-room = { $abandoned } of { $all } answered calls found no agent in { $hours } h: { $share } of at most { $most }. Under way without one: { $risk }; so many more may find none: { $left }.
limits-opt-out-menu = A menu after the call says how to opt out
link-codes = Codes
codes-own = { $catalogue }, version { $version }
codes-laid = { $catalogue }, version { $version }, changed: { $n }
codes-title = Codes of the list
codes-back = Back to the campaign
codes-changed = Other than before:
codes-hint = This is the list’s: it holds in every campaign the list is in. What is empty is as in the catalogue. Limits of attempts are set with the limits.
codes-allowed = Allowed
codes-order = Order
codes-key = Key
codes-due = Due again
codes-run = In a row at most
codes-buttons = The agent’s buttons
windows-title = How often a contact may be tried
windows-hint = For each counter, with commas between: 3/24h is three within any 24 hours, 10/7d ten within a week, 20 twenty in all. A full window holds a contact back; what counts in all closes it.
windows-remedy = Write such as 3/24h, 10/7d, 20: hours or days up to 92, figures from 1 to 999, five at most.
bounds-unit-seconds = seconds
bounds-rings-for = Longest ringing
bounds-rings-for-remedy = Write seconds from 5 to 120.
bounds-machines = Answering machines
bounds-machines-to-agent = The agent hears them, at once
bounds-machines-hang-up = Listen for them and hang up
bounds-machines-leave-message = Listen for them and leave a message after the greeting
bounds-machines-hint = Listening takes two to three seconds in which whoever answers hears nothing: only where the agent's time weighs more than that. Who cannot be told apart goes to the agent.
bounds-recorded = Recording
bounds-recorded-off = No talk
bounds-recorded-on = Every talk, as soon as the law lets it
bounds-recorded-on-request = What the agent asks for
bounds-recorded-hint = Where the law wants consent, nothing is recorded before the agent says that it was given. Where it wants notice, the other side hears it first.
bounds-own-recordings = Agents may listen to their own recordings
bounds-recordings-days = Recordings are kept for, at most
bounds-recordings-days-remedy = Write days from 1 to 3650. Left empty it is 90.
bounds-mode = How contacts are dialled
bounds-mode-preview = Preview: by the agent's key
bounds-mode-progressive = Progressive: by themselves
bounds-mode-hint = By themselves means: as soon as an agent is ready she gets a contact, and it is dialled. She is there for whoever answers; a call nobody answers is coded by the line, and the next contact follows. She needs her desk open in the browser.
bounds-look = Look at a contact first
bounds-look-hint = Meanwhile d dials at once. 0: nothing to look at.
bounds-look-remedy = Write whole seconds from 0 to 60.
bounds-may-skip = She may give a contact back while she looks at it
bounds-told-at-once = Dials by itself, at once
bounds-told-after = { $n ->
    [one] Dials by itself after { $n } second
    *[other] Dials by itself after { $n } seconds
}
sounds-title = What the far end hears
sounds-hint = Names of the exchange's sounds, such as ours/sorry-de. Where a field is empty, the exchange's own sound is played.
sound-usual = as usual
sound-apology = Apology
sound-apology-hint = Somebody answered and no agent is there: on whose behalf the call was made, and the number to call back.
sound-message = Message
sound-message-hint = Left on an answering machine.
sound-menu = Menu
sound-menu-hint = After a talk: which key ends all calls.
sound-recording = Announcement of a recording
sound-recording-hint = Before a talk is recorded, where the law wants it announced.
sound-remedy = Write a name below the folder of sounds: at most 80 letters, digits, - _ . and /; or leave it empty.
