# Catalogues: versions, drafts, what a change would have changed.
catalogues-title = Catalogues
catalogues-what = A catalogue holds the codes attempts are given. A version never changes; a list moves to another one when you say so.
catalogue-name = Catalogue
catalogue-newest = Newest version
catalogue-lists = Lists
catalogue-draft = Draft
catalogue-go-on = Go on with the draft
catalogue-begin = Begin a draft
catalogue-import = Take in a file
catalogue-file = File
catalogue-file-hint = Paste the text of a TOML file. It becomes the draft of the name it states.
catalogue-take-in = Take in
catalogue-draft-there = There is a draft of that name: publish or discard it first.
catalogue-name-plain = The name in the file must be small letters, digits and hyphens, 40 at most.
catalogue-codes-missing = Contacts of the list stand under codes that version does not have: { $codes }. Give them another code first.
catalogue-versions = Versions
catalogue-version = Version
catalogue-when = Published
catalogue-who = By
catalogue-note = What is new
catalogue-note-hint = It stands beside the version for ever.
catalogue-shipped = came with the program
catalogue-working = Lists that work by it
catalogue-nobody = No list works by it.
catalogue-moving = From the next event on. Limits, roster and what was laid over the codes stay as far as they fit.
catalogue-move = Move
catalogue-wrong = Wrong:
catalogue-doubt = Doubtful:
catalogue-begun-with = begun with version { $n }
catalogue-publish = Publish
catalogue-drop = Discard the draft
catalogue-up = Up
catalogue-down = Down
catalogue-rest = Fields that are not here stand in the file: download it, change it, take it in.
catalogue-keep = Keep in the draft
catalogue-check = What the check says
catalogue-differs = What differs
code-label-nl = Label, Dutch
code-label-en = Label, English
code-label-de = Label, German
code-label-hu = Label, Hungarian
code-group = Group
code-meaning = Meaning
code-kind = Kind
code-on = Answers
code-set-by = Set by
code-due = Due again
code-due-min = Earliest
code-due-max = Latest
code-max-run = In a row at most
code-priority = Priority
code-owner = Whose contact it is
code-roster = Roster
code-roster-lines = Hours of that roster
code-suppress = Suppress
code-suppress-extent = Suppress where
code-credit-client = Credit for the client
code-credit-agent = Credit for the agent
code-report-column = Column of the report
code-requires = Must be filled in
code-choices = The agent may decide
code-hotkey = Key
code-order = Place in its group
code-pop-up = With a note
code-sticky = May not be overwritten
code-canonical = Stands for its meaning
replay-title = What would have gone differently
replay-days = Days back
replay-go = Decide again
replay-told = { $decisions } decisions about { $contacts } contacts: { $different } would have come to something else.
replay-due-earlier = due earlier
replay-due-later = due later
replay-code = another code
replay-state = another state
replay-owner = another owner
replay-actions = other actions
replay-suppression = suppressed or not
replay-refused = refused or not
replay-hint = Each event upon the past it met; what people then would have done otherwise nobody can know.
replay-none = There is no earlier version to compare with.
replay-contact = Contact
replay-at = When
replay-then = Then
replay-now = With the draft
replay-field = Field
replay-before = Before
replay-after = After
catalogue-problems = { $n ->
    [0] Nothing is wrong.
    [one] { $n } thing is wrong.
   *[other] { $n } things are wrong.
}
catalogue-warnings = { $n ->
    [0] Nothing is doubtful.
    [one] { $n } thing is doubtful.
   *[other] { $n } things are doubtful.
}
catalogue-add = Add a code
catalogue-like = Like
catalogue-like-none = none: empty
catalogue-add-plain = A code is 1 to 40 characters without blanks.
catalogue-add-reserved = This code is reserved: choose another one.
catalogue-add-taken = That is already { $other }: choose another code.
catalogue-add-like-gone = The code it is to be like is not in the draft.
catalogue-drag = Codes agents choose change places within their group: drag a row, or use its arrows.
catalogue-remove = Remove this code
catalogue-stays = It came with the program and stays. Take “agent” out of “Set by”, and nobody chooses it any more.
catalogue-remove-nothing = Nothing would be wrong without it.
catalogue-remove-wrong = Without it this would be wrong:
catalogue-remove-contacts = { $n ->
    [one] { $n } contact stands under it: its list does not move to a version without it.
   *[other] { $n } contacts stand under it: their lists do not move to a version without it.
}
code-cause = Cause
code-hours-how = arrows go, the space bar changes, with shift the arrows carry it along
