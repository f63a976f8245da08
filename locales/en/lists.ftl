# Call lists and the way of a file into a list.
lists-title = Lists
lists-new-title = New list
lists-none = There is no list yet
lists-none-remedy = A list holds the contacts you call. Make one, then import a file into it.
lists-search = List, campaign or catalogue
lists-find = Show
lists-no-fit = No list fits
lists-no-fit-remedy = { $n ->
    [one] Without the filter there is { $n } list.
    *[other] Without the filter there are { $n } lists.
}
lists-show-all = Show all
lists-name = Name
lists-catalogue = Catalogue
lists-country = Country
lists-contacts = Contacts
lists-to-call = To call
lists-now = Now
lists-today = Later today
lists-later = Later
lists-closed = Closed
lists-campaigns = Campaigns
lists-imported = Last import
lists-no-campaign = in no campaign
lists-resting = resting
lists-name-hint = Such as the client and the season. It cannot be used twice.
lists-name-empty = Type a name.
lists-name-long = Too long: use 80 characters at most.
lists-name-letters = A name is one line of text.
lists-name-taken = There is a list of that name. Choose another name.
lists-country-hint = Its law holds for calling, and numbers without + are read as written there.
lists-catalogue-hint = The codes agents give. Of a list it stays the same.
lists-with-campaign = and a running campaign for it
lists-make = Make list
lists-cancel = Cancel
lists-country-nl = Netherlands
lists-country-de = Germany
lists-country-ch = Switzerland
lists-country-hu = Hungary
lists-country-gb = United Kingdom
lists-country-us = United States
lists-back = All lists
lists-figures = Contacts
lists-find-contacts = Find contacts
lists-results = List report
lists-export = Export all contacts:
lists-fields = Fields
lists-no-fields = None yet: the first import brings them.
lists-field-name = Field
lists-field-column = Column of the file
imports-title = Imports
imports-none = Nothing has been imported yet.
imports-file = File
imports-at = When
imports-mode = Mode
imports-state = State
imports-do = What you can do
import-mode-append = added
import-mode-update = updated
import-mode-sync = matched with the whole file
import-mode-by-hand = by hand
import-state-staging = stopped half-way
import-state-running = running
import-state-live = live
import-state-undone = undone
import-state-cancelled = given up
import-go-on = Go on
import-undo = Undo
import-cancel = Give up
import-undo-title = Undo this import?
import-undo-go = { $n ->
    [one] { $n } contact that nobody has worked on vanishes.
    *[other] { $n } contacts that nobody has worked on vanish.
}
import-undo-stay = { $n ->
    [one] { $n } contact has a history and stays.
    *[other] { $n } contacts have a history and stay.
}
import-undo-updated = { $n ->
    [one] { $n } contact gets back the fields it had before. A changed telephone number stays changed.
    *[other] { $n } contacts get back the fields they had before. Changed telephone numbers stay changed.
}
import-undo-again = The file can be imported again afterwards.
import-undo-do = Undo the import
import-cancel-title = Give up this import?
import-cancel-go = { $n ->
    [one] { $n } row that was read is thrown away. Nothing of it was ever seen.
    *[other] { $n } rows that were read are thrown away. Nothing of them was ever seen.
}
import-cancel-do = Give up the import
import-not-live = This import is not live, so there is nothing to undo.
import-not-staged = This import does not wait for anything, so it cannot be given up. An import that is live can be undone.
import-staging-note = It was stopped half-way: nobody sees anything of it. If its file is still here it goes on from the list's page, otherwise the same command goes on with it.
import-figures = What came of it
import-to-list = To the list
import-said = { $imported ->
    [one] { $imported } contact was imported, { $rejected } rejected.
    *[other] { $imported } contacts were imported, { $rejected } rejected.
}
import-said-update = { $updated } updated, { $imported } new, { $rejected } rejected.
counted-rows = Rows
counted-imported = Imported
counted-updated = Updated
counted-unchanged = Unchanged
counted-rejected = Rejected
counted-invalid = No usable number
counted-duplicate = Duplicate
counted-suppressed = Suppressed
counted-excluded = Excluded by the client
counted-absent = Not in the file
upload-title = Import a file
upload-list = Into list
upload-list-later = Choose in the next step
upload-list-choose = Choose a list
upload-list-empty = Choose the list the contacts go into, or make a new one.
upload-file = File
upload-hint = CSV, XLSX, XLS or ODS with a header line, { $largest } MB at most. Nothing is written before you confirm.
upload-drop = You can also drop the file anywhere on this page.
upload-sending = Sending the file
upload-send = Look into the file
upload-no-file = Choose a file.
upload-replaces = The new file takes the place of { $file }. What the columns mean is kept.
upload-another = Another file
upload-abandon = Discard file
upload-abandon-title = Discard this file?
upload-abandon-what = { $file } and what you said about its columns are removed here. Your own copy stays.
upload-busy = The file is being worked on or is imported already. Wait until that is done, or stop it first.
upload-not-running = Nothing is under way with this file.
upload-not-checked = The file has to be checked before it can be imported. Check it first.
upload-state-open = to be described
upload-state-checking = being checked
upload-state-checked = checked
upload-state-importing = being imported
upload-state-imported = imported
upload-state-broken = needs your help
underway-title = On their way
underway-rows = { $n } rows
underway-waits = Waits for its turn.
underway-go-on = Go on
underway-leave = You can close this page: it goes on, and you find it again under Lists.
underway-look = Look again
underway-stop = Stop
steps-title = Steps of the import
steps-back = Back
step-file = 1 File
step-columns = 2 Columns
step-problems = 3 Problems
step-confirm = 4 Confirm
step-result = 5 Result
see-reading = How the file is read
see-again = Read again
see-new-list = The list does not exist yet?
see-title = What we see
see-go = On to the columns
seen-format = Format
seen-columns = Columns
seen-rows = Rows
seen-size = Size
seen-encoding = Encoding
seen-delimiter = Delimiter
seen-sheet = Sheet
seen-more-rows = { $n ->
    [one] more than { $n }
    *[other] more than { $n }
}
seen-odd = { $n ->
    [one] { $n } row cannot be read as it is. If that is many, the delimiter or the encoding may be another one.
    *[other] { $n } rows cannot be read as they are. If that is many, the delimiter or the encoding may be another one.
}
seen-renamed = { $n ->
    [one] { $n } column had no name of its own and was given one.
    *[other] { $n } columns had no name of their own and were given one.
}
seen-one-column = There is only one column. If there should be more, choose another delimiter and read again.
seen-known = Recognised:
seen-found = { $found } (found)
seen-find = find it
delimiter-semicolon = semicolon ;
delimiter-comma = comma ,
delimiter-tab = tab
delimiter-bar = bar |
delimiter-none = none
known-phone = telephone
known-mobile = mobile
known-name = name
known-first-name = first name
known-last-name = last name
known-salutation = salutation
known-company = company
known-email = e-mail
known-postcode = postcode
known-city = city
known-street = street
known-house-number = house number
known-birth-date = date of birth
known-note = note
known-optin-who = opt-in: who
known-optin-source = opt-in: source
known-optin-date = opt-in: date
known-optin-id = opt-in: id
known-optin-description = opt-in: text
known-reference = key
known-country = country
known-time-zone = time zone
known-contact-type = kind of contact
known-excluded = excluded
columns-from-you = As you described it.
columns-from-last = Described like the last file with this header. Check it and go on.
columns-from-names = Suggested by the names of the columns. Check it and change what is otherwise.
columns-wrong = Something is not right yet. It is said beside its place; nothing you chose is lost.
columns-column = Column and what stands in it
columns-becomes = Becomes
columns-leave-out = leave out
columns-name = Field
columns-required = Required
columns-order = Dial order
columns-more = More
columns-max = Most characters
columns-choices = Choices, with commas between
columns-form = Dates are written
columns-form-usual = as usual in the country
columns-form-iso = 2026-07-31
columns-form-dmy = 31-07-2026
columns-form-mdy = 07/31/2026
columns-form-ymd = 2026.07.31
columns-type-text = text
columns-type-integer = whole number
columns-type-decimal = figure
columns-type-date = date
columns-type-datetime = date with time
columns-type-email = e-mail
columns-type-phone = telephone number
columns-type-bool = yes or no
columns-type-choice = choice
columns-rows-title = What becomes of the rows
columns-mode = A row is
columns-mode-append = a new contact
columns-mode-update = the new data of the contact with its key, or a new one
columns-mode-sync = the same, and whoever is not in the file is closed
columns-invalid = Rows without a number that can be dialled
columns-duplicate = Rows that are there already
columns-store-closed = store, closed with code { $code }
columns-reject = reject
columns-truncate = Cut texts that are too long instead of rejecting the row
columns-contact-title = Who a contact is
columns-key = Key: the column that identifies a contact
columns-none = none
columns-dedupe = Duplicates agree in other columns
columns-dedupe-hint = Unless you tick something, two rows with the same first number are one contact.
columns-country = Numbers without + are written as in
columns-kind = Contacts are
columns-kind-consumer = consumers
columns-kind-sole-trader = sole traders
columns-kind-company = companies
columns-roles-title = Columns with a part to play
columns-country-column = Country of the contact
columns-zone-column = Time zone of the contact
columns-kind-column = Consumer, sole trader or company
columns-owner-column = Whose contact it is
columns-owner-hint = Logins of agents. Empty: the owner stays as it is.
columns-exclude-column = Must not be called
columns-exclude-values = Words in it that exclude
columns-exclude-hint = With commas between. Empty: every word for yes.
columns-into = The contacts go into { $list }. Next the whole file is checked; nothing is written yet.
columns-go = Check the file
columns-name-empty = Give the field a name, or leave the column out.
columns-name-letters = Use letters, digits and _ only, a letter first.
columns-name-long = Too long: use 64 characters at most.
columns-name-ours = Dispo uses this name itself. Choose another.
columns-name-twice = Another column has this name. Choose another.
columns-max-bad = Most characters: write a whole number above 0.
columns-order-bad = Dial order: write 1, 2, 3 …
columns-choices-empty = Write the choices under More.
columns-key-needed = An update finds its contacts by a key. Choose the column.
columns-key-left-out = This column is left out. Take it in, or choose another key.
columns-no-numbers = No column holds telephone numbers. Choose “telephone number” for the one that does.
check-running = The file is being checked
check-writes-nothing = Nothing has been written yet.
check-title = What would come of it
check-kinds = Problems
check-problems = { $n ->
    [one] { $n } problem
    *[other] { $n } problems
}
check-no-problems = Every row is in order.
check-download = All problems as CSV
check-go = On to confirming
check-columns = Change the columns
check-again = Check again
check-read-anew = Read it otherwise
check-not-yet = Not checked yet
check-do = Check the file
confirm-title = Confirm the import
confirm-said = { $imported ->
    [one] { $imported } contact will be imported into { $list }, { $rejected } rejected.
    *[other] { $imported } contacts will be imported into { $list }, { $rejected } rejected.
}
confirm-said-update = { $updated } updated in { $list }, { $imported } new, { $unchanged } unchanged, { $rejected } rejected.
confirm-absent = { $n ->
    [one] { $n } open contact of the list is not in the file and is closed.
    *[other] { $n } open contacts of the list are not in the file and are closed.
}
confirm-closed = { $n ->
    [one] { $n } of them is stored closed and will not be called.
    *[other] { $n } of them are stored closed and will not be called.
}
confirm-problems = { $n ->
    [one] { $n } problem is kept with the import and can be downloaded later.
    *[other] { $n } problems are kept with the import and can be downloaded later.
}
confirm-undo = Afterwards it can be undone. Contacts that have been worked on by then stay.
confirm-nothing = Nothing in { $list } would change. Look at the problems, or change the columns.
confirm-do = { $n ->
    [one] Import { $n } contact
    *[other] Import { $n } contacts
}
confirm-do-update = { $n ->
    [one] Update { $n } contact
    *[other] Update { $n } contacts
}
running-title = The import is running
running-unseen = Nobody sees anything of it before all of it is read.
running-done = Imported
running-see = See the result
running-stopped = The import is stopped
running-waits = What was read so far waits unseen. Going on begins where it stopped.
problems-file = problems
problem-line = Line
problem-column = Column
problem-value = Value
problem-what = Problem
problem-do = What to do
problem-detail = In detail (English)
problem-no-number = No telephone number
problem-no-number-remedy = Fill one in, or leave the row.
problem-number-written = Something other than one number
problem-number-written-remedy = Keep digits, spaces and dashes only, one number per column, a plus first.
problem-number-short = Number too short
problem-number-short-remedy = Digits are missing. Look it up at the source.
problem-number-long = Number too long
problem-number-long-remedy = There are too many digits. Two numbers go into two columns.
problem-number-unknown = No such area or network
problem-number-unknown-remedy = Check the first digits, and whether the country is right.
problem-number-prefix = Prefix missing or wrong
problem-number-prefix-remedy = Write it as dialled at home, or with + and country code. If many are so, choose another country of numbers.
problem-number-scientific = Number spoiled by the spreadsheet
problem-number-scientific-remedy = Format the column as text and export the list again: the last digits are lost.
problem-required = Required value missing
problem-required-remedy = Fill it in, or do not require it under Columns.
problem-too-long = Text too long
problem-too-long-remedy = Shorten it, raise the limit, or have long texts cut.
problem-cut = Text cut
problem-cut-remedy = The row is taken with the beginning of the text.
problem-date = Not a date
problem-date-remedy = Write a day that exists, or choose under Columns how dates are written.
problem-figure = Not a number
problem-figure-remedy = Write digits, or take the column as text.
problem-email = Not one e-mail address
problem-email-remedy = Write it as name@example.org, or take the column as text.
problem-truth = Neither yes nor no
problem-truth-remedy = Write yes or no, ja or nee, 1 or 0.
problem-choice = None of the choices
problem-choice-remedy = Write one of the choices, or add it under Columns.
problem-formula = Error of a formula
problem-formula-remedy = Mend the formula in the spreadsheet, or empty the cell.
problem-country = Country not known
problem-country-remedy = Numbers of this row need + and country code.
problem-contact-type = Kind of contact not known
problem-contact-type-remedy = Write consumer, sole trader or company. It is taken as consumer, who is protected best.
problem-owner-unknown = Owner is no agent
problem-owner-unknown-remedy = Write the login of an agent. The contact is taken in, its owner stays as it is.
problem-owner-gone = Owner has left
problem-owner-gone-remedy = Name another agent. The contact is taken in, its owner stays as it is.
problem-owner-elsewhere = Owner works for another campaign
problem-owner-elsewhere-remedy = Let the agent work for a campaign of the list, or name another. The contact is taken in, its owner stays as it is.
problem-ground = Opt-in that does not count
problem-ground-remedy = Say when, how and where it was given; a day in the future counts from that day on.
problem-zone = Not a time zone
problem-zone-remedy = Write for instance Europe/Amsterdam. The zone of the number is taken.
problem-cells = Wrong number of cells
problem-cells-remedy = Quote line breaks and delimiters that belong to a text. If many rows are so, choose another delimiter.
problem-quotes = Quotes not in order
problem-quotes-remedy = Close the quote, or double it where it belongs to the text.
problem-encoding = Characters that cannot be read
problem-encoding-remedy = Choose another encoding under File, or save the file as UTF-8.
problem-header = Header
problem-header-remedy = A column without a name, or with the name of another, was given one.
problem-key-empty = Key missing
problem-key-empty-remedy = An update finds its contact by the key: fill it in.
problem-key-twice = Key stands in the file twice
problem-key-twice-remedy = Keep one of the two rows; the first is taken.
problem-domain = Not the domain of one company
problem-domain-remedy = Name the e-mail addresses one by one, or write a domain such as example.org.
problem-names-nobody = Names nobody
problem-names-nobody-remedy = Fill in a number, an e-mail address or a domain.
problem-duplicate-in-file = Duplicate in the file
problem-duplicate-in-file-remedy = The first row counts. What becomes of the others is said under Columns.
problem-duplicate-in-list = In the list already
problem-duplicate-in-list-remedy = To change contacts that are there, choose updating under Columns.
problem-locked = Barred by the telephone provider: will not be called
problem-locked-remedy = Ask the provider to lift it, or leave the row out.
problem-suppressed = Suppressed: will not be called
problem-suppressed-remedy = Nothing to do: whoever objected is left in peace.
problem-not-changed = Number not changed
problem-not-changed-remedy = The contact was being called. Import the row again later.
problem-other = Other
problem-other-remedy = The download says what it is.
file-trouble-gone = The file is not here any more.
file-trouble-gone-remedy = Hand it in again: what the columns mean is kept.
file-trouble-empty = The file is empty.
file-trouble-empty-remedy = It needs a header line and a line per contact. Choose another file.
file-trouble-no-rows = The file has a header line and no contact below it.
file-trouble-no-rows-remedy = Add a line per contact. If it is a workbook, the contacts may be on another sheet.
file-trouble-unreadable = The file calls itself { $detail } and cannot be read as that.
file-trouble-unreadable-remedy = Open it in a spreadsheet, save it again and hand that in.
file-trouble-protected = The workbook is protected by a password.
file-trouble-protected-remedy = Save it without a password and hand that in.
file-trouble-too-large = The workbook unpacks to more than can be read.
file-trouble-too-large-remedy = Save the sheet as CSV and hand that in.
file-trouble-too-wide = There are { $detail } columns where 4,096 are the most.
file-trouble-too-wide-remedy = Remove those that nobody needs, or choose another delimiter.
file-trouble-no-sheet = There is no sheet “{ $detail }”.
file-trouble-no-sheet-remedy = Choose another sheet.
file-trouble-markup = The file is a web page or XML, whatever its name says.
file-trouble-markup-remedy = Open it in a spreadsheet, save it as XLSX or CSV and hand that in.
file-trouble-not-a-list = The file is no table.
file-trouble-not-a-list-remedy = Save the list as CSV, XLSX, XLS or ODS and hand that in.
file-trouble-encoding = There is no encoding “{ $detail }”.
file-trouble-encoding-remedy = Choose one from the list.
file-trouble-delimiter = “{ $detail }” cannot be a delimiter.
file-trouble-delimiter-remedy = Choose one from the list.
file-trouble-header = The header in line { $line } cannot be read: { $detail }
file-trouble-header-remedy = Choose another encoding or delimiter, or hand in another file.
file-trouble-definition = The columns do not fit this file: { $detail }
file-trouble-definition-remedy = Look at the columns once more and check again.
file-trouble-nobody-named = No column of the file names anybody.
file-trouble-nobody-named-remedy = Say which column holds numbers, e-mail addresses or domains.
file-trouble-not-asked = Part of the file cannot be read, and the rest alone was not asked for.
file-trouble-not-asked-remedy = Look at the file again.
file-trouble-register-unknown = There is no register { $detail }.
file-trouble-register-unknown-remedy = Import all of it first.
file-trouble-register-older = The register { $detail } is of a later moment than this file.
file-trouble-register-older-remedy = Get a newer file, or say of which day this one is.
file-trouble-register-to-come = The file is said to be of a day that is still to come.
file-trouble-register-to-come-remedy = Say of which day it is.
file-trouble-register-overtaken = Somebody else has begun to import the register { $detail } since.
file-trouble-register-overtaken-remedy = Wait until that is done, and look again.
file-trouble-broken-off = The work was interrupted on our side.
file-trouble-broken-off-remedy = Try again: it goes on where it was.
file-trouble-breaks-off = The file breaks off in line { $line }: { $detail }
file-trouble-breaks-off-remedy = Get a whole copy, or close the open quote there. If the delimiter or encoding was read wrongly, choose another.
file-trouble-odd-rows = No row can be read; the last that was tried is line { $line }.
file-trouble-odd-rows-remedy = Choose another delimiter or encoding and read again. A quote that is opened and never closed does this, too.
lists-field-kind = Type
lists-field-rules = Rules
lists-field-max = { $n ->
    [one] at most { $n } character
    *[other] at most { $n } characters
}
retention-title = Last day and erasing
retention-expires = Last day to call
retention-erase = Erase on
retention-save = Keep these days
retention-hint = After the last day nobody is offered any more. On the day of erasing all personal data of the list go; the figures stay.
retention-evidence = Evidence of a consent that is used today must be kept until { $until }: it is kept apart when the list is erased.
retention-erased = The personal data of this list were erased on { $at }.
retention-no-day = That is no day: choose one, or leave it empty.
retention-too-early = The list would be erased while it is still called: choose a later day.
