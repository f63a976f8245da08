# What the check of a catalogue says: what is wrong and why it matters, and what to write instead.
finding-no-codes = the catalogue has none, so nothing that happens can be given a code
finding-no-codes-do = add at least one `[[disposition]]`
finding-own-language = `{ $language }` is not among the languages, so keys and labels would have none to fall back on
finding-own-language-do = write one of { $languages }
finding-no-trigger = `{ $word }` is not a trigger: nothing ever happens under that name
finding-no-trigger-do = the list is closed: see docs/GLOSSARY.md
finding-taken = `{ $value }` is already that of `{ $other }`: which of the two is meant could not be told
finding-taken-do = give one of the two another { $field }
finding-reserved = is reserved: the product keeps it for itself, and reports would mix the two
finding-reserved-do = choose a code that is not in `reserved`
finding-unanswered = no disposition answers `{ $trigger }`: when it happens, the attempt would be left without a code
finding-unanswered-do = add "{ $trigger }" to the `on` of one disposition
finding-unanswered-near = no disposition answers `{ $trigger }`: when it happens, the attempt would be left without a code
finding-unanswered-near-do = add "{ $trigger }" to the `on` of one disposition: `{ $near }` is nearest by its meaning
finding-leaves-open = answers `{ $trigger }` and leaves the contact open: it would be called on although it must not be
finding-leaves-open-do = write `kind = "final"` for the whole contact, or answer the trigger elsewhere
finding-no-label = has no label in `{ $language }`: people who read that language see the bare code
finding-no-label-do = write `{ $language } = "…"`
finding-no-such-group = `{ $group }` is not a group of this catalogue: the code would stand under no heading and in no report by group
finding-no-such-group-do = write the key of one that is there, or add a `[[group]]` with that key
finding-no-meaning = `{ $meaning }` is not a node of the meaning tree: in the words of another catalogue the code would be none
finding-no-meaning-do = choose one from catalogues/meanings.toml
finding-out-of-band = { $priority } lies outside its band: contacts would be offered among those of another
finding-out-of-band-do = write a figure from { $low } to { $high }
finding-near-figure = only 1, 3, 4 and 6 exist: the score knows no other
finding-near-figure-do = write one of them
finding-near = its group asks how near the right person was, and the score is made of it
finding-near-do = write 1 (no contact), 3 (not the right person), 4 (the right person) or 6 (the same, at a fixed time)
finding-no-follow-up = a contact would be due again at once, for ever
finding-no-follow-up-do = write `follow_up = {"{"} expression = "…" {"}"}`
finding-roster-halves = `change` and `roster_lines` belong together: one without the other changes nothing
finding-roster-halves-do = write both or neither
finding-no-credit = { $figure } is no credit: a report would count one attempt several times
finding-no-credit-do = write -1, 0 or 1
finding-no-period = `{ $period }` is not a period, so nobody could tell when it ends
finding-no-period-do = write an ISO 8601 period such as `P1Y`
finding-mail-screen = sends an e-mail and opens no screen: nobody would see what goes out, or to which address
finding-mail-screen-do = write `pop_up = true`, or take "mail" out of `actions`
finding-group-setter = group `{ $group }` holds no codes that `{ $setter }` may set
finding-group-setter-do = write only { $allowed } in `set_by`, or use another group
finding-group-closed = group `{ $group }` takes no codes of one's own: those it has can be adjusted, none added
finding-group-closed-do = use another group
finding-group-twice = `{ $group }` stands twice: reports would not know which label to show
finding-group-twice-do = give one of the two another key
finding-cause-twice = `{ $cause }` stands twice: which retry holds could not be told
finding-cause-twice-do = give one of the two another code
finding-cause-unknown = `{ $cause }` is no cause of this catalogue: the pair of result and cause would have no second half
finding-cause-unknown-do = write the code of one of its `[[cause]]`
finding-cause-meaning = `{ $meaning }` of `{ $cause }` is not a node of the meaning tree
finding-cause-meaning-do = choose one from catalogues/meanings.toml
finding-cause-word = `{ $word }` in the `on` of `{ $cause }` is not a trigger: nothing ever happens under that name
finding-cause-word-do = the list is closed: see docs/GLOSSARY.md
finding-cause-sign = `{ $sign }` of `{ $cause }` is no sign: neither network nor detector ever says it
finding-cause-sign-do = write `q850.1`, `sip.404` or one of { $signs }
finding-unreachable = nobody may set it and it answers no trigger, so it never stands on a contact and every report shows it as 0
finding-unreachable-do = add who sets it, such as `set_by = ["agent"]`, or the trigger it answers in `on`; or remove it
finding-note-screen = asks for a note, and without a pop-up none can be written: nobody can ever set the code
finding-note-screen-do = write `pop_up = true`, or take "note" out of `requires`
finding-fixed-date = asks for a date that its follow-up lets nobody choose (ReadOnly=1): nobody can ever set the code
finding-fixed-date-do = take `ReadOnly=1` out of the expression, or "date" out of `requires`
finding-nobody-asks = no screen asks for it: no agent may set the code, and what sets it fills nothing in
finding-nobody-asks-do = add "agent" to `set_by`, or remove `requires`
finding-circling = no limit ends it: a contact that is never reached is called for ever, until the law's own count stops it
finding-circling-do = write `max_run = 8`, or set `cold_count` or `total` under `[limits]`
finding-circling-callback = once somebody was called back no limit ends it: a contact that is not reached any more is called for ever, until the law's own count stops it
finding-circling-callback-do = write `max_run = 8`, or set `callback_count` or `total` under `[limits]`
finding-circling-owner = once the right person was reached no limit holds: a contact that is not reached any more is called for ever, until the law's own count stops it
finding-circling-owner-do = write `max_run = 8`, or say in `accepted` why its owner is to decide
finding-stage-list = lets a contact go back to a stage and not into the list, so the choice of a stage is never shown
finding-stage-list-do = write `reopen = ["list", "stage"]`
finding-no-success = no agent can record a success: every report shows 0 positive
finding-no-success-do = add a code with `set_by = ["agent"]` and `credit = {"{"} client = 1, … {"}"}`
finding-no-failure = no agent can close a contact without success: whoever says no is called again
finding-no-failure-do = add a code with `set_by = ["agent"]`, `kind = "final"` and no credit
finding-no-objection = no agent can record that somebody does not want to be called again, which the law gives everybody a right to
finding-no-objection-do = add a code with `set_by = ["agent"]`, `kind = "final"` and `suppress = {"{"} subject = "number", … {"}"}`
finding-two-defaults = stands for `{ $node }` beside `{ $other }`: shown in the words of this catalogue, others' codes get none of the two
finding-two-defaults-do = leave `canonical = true` on one of them
finding-accepted-idle = accepts `{ $finding }`, and nothing of that name is found here any more
finding-accepted-idle-do = take it out of `accepted`
finding-column-to-call = closes the contact, and "to call" holds open ones only: the list report counts it in none of its columns
finding-column-to-call-do = write `report_column = "drop_out"`, or the column it belongs to
finding-column-positive = stands under "positive" in the list report and gives the client no credit: the two figures differ
finding-column-positive-do = write `credit = {"{"} client = 1, … {"}"}`, or another column
finding-column-elsewhere = gives the client credit and stands outside "positive": the list report shows fewer successes than were credited
finding-column-elsewhere-do = write `report_column = "positive"`, or `client = 0`
finding-no-column = closes the contact and belongs to no column: the list report counts it nowhere
finding-no-column-do = add `report_column = "drop_out"`, `"no_interest"` or `"positive"`
finding-group-kind = group { $group } is read as `{ $promised }`, and the code is `{ $kind }`: statistics by group count it there all the same
finding-group-kind-do = move it to the group of its kind, or write `kind = "{ $promised }"`
finding-group-reserved = group { $group } is reserved for codes that count, and this one gives no credit: statistics by group read it as if it did
finding-group-reserved-do = write a credit of 1 or -1, or use another group
finding-never-meet = the roster and the law of { $country } have no hour in common: a contact that gets it is never offered again
finding-never-meet-do = allow an hour that the law leaves open: see `dispo law show`
finding-never-falls = `{ $expression }` never falls where roster and law of { $country } let anybody be called: each time it is moved to other hours
finding-never-falls-do = write a time or window inside them, or leave the time out
finding-laid-unknown = is no code of the catalogue, so nothing can be laid over it
finding-laid-unknown-do = leave it out
finding-laid-hidden = agents may not choose it anyway
finding-laid-hidden-do = leave it out
finding-laid-follow-up = has no follow-up in the catalogue, so there is no delay to change
finding-laid-follow-up-do = leave it out, or choose a code that calls again
finding-laid-retry = is no cause of the catalogue that is tried again, so there is no retry to change
finding-laid-retry-do = leave it out, or give the cause a `retry` in the catalogue
finding-no-key = `{ $key }` is no key
finding-no-key-do = write a letter from a to z
finding-key-taken = `{ $key }` is that of `{ $other }`
finding-key-taken-do = choose another letter
finding-no-figure = `{ $text }` cannot be read
finding-no-figure-do = write a figure from 0 to 999
finding-one-letter = `{ $text }` cannot be read
finding-one-letter-do = write one letter
finding-no-expression = `{ $text }` cannot be read
finding-no-expression-do = write an expression such as `TimeAdd=30m` or `DateAdd=1d, Time=9:00`
finding-no-length = `{ $text }` cannot be read
finding-no-length-do = write a period such as 30m, 2h or P1D
finding-syntax = { $message }: nothing after it can be read
finding-syntax-do = write `key = value`, texts in quotes
finding-no-record = is no record
finding-no-record-do = begin each with `[[{ $name }]]` on a line of its own
finding-unread = { $message }
finding-unread-do = the fields and their values are listed in docs/catalogue.md
finding-missing = { $message }: every record of its kind needs it
finding-missing-do = add `{ $field } = …`
finding-never-falls-roster = `{ $expression }` never falls where the roster lets anybody be called: each time it is moved to other hours
finding-never-falls-roster-do = write a time or window inside it, or leave the time out
finding-line = line { $line }
finding-no-reasons = a reason is asked for, and there is none to choose: nobody can ever set the code
finding-no-reasons-do = write `reasons = [{"{"} key = "price", label = {"{"} … {"}"} {"}"}]`, or take "reason" out of `requires`
finding-reasons-unasked = nobody is asked for one, so the reasons are never shown
finding-reasons-unasked-do = write `requires = ["reason"]`, or take them out
finding-reason-key = the key `{ $key }` is empty or stands twice: reports would mix two reasons
finding-reason-key-do = give each reason a key of its own
finding-reason-label = `{ $key }` has no label in `{ $language }`: people who read that language see the bare key
finding-reason-label-do = write `{ $language } = "…"`
