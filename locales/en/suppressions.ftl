# Numbers that must not be called.
suppressions-title = Do not call
suppressions-look-up = Look up a number, an e-mail address or a domain
suppressions-number = Number, e-mail address or domain
suppressions-number-wrong = This is neither a number, nor an e-mail address, nor a domain. Write a number with its country, such as +31 20 123 4567.
suppressions-until-wrong = This is no day to come. Choose one from the calendar, or leave it empty.
suppressions-none = Nobody has suppressed this by itself.
suppressions-registers = Registers
suppressions-register = Register
suppressions-no-register = There is no register yet
suppressions-no-register-remedy = Import one from a file.
suppressions-found = This number
suppressions-is-in = is in it
suppressions-is-not-in = is not in it
suppressions-as-of = As of
suppressions-age = Age
suppressions-numbers = Numbers
suppressions-where = Where
suppressions-source = Source
suppressions-imported = Imported
suppressions-closing = contacts are being closed
suppressions-reason = Reason
suppressions-since = Since
suppressions-until = Until
suppressions-for-good = for good
suppressions-last-day = Last day
suppressions-person = A person, by an e-mail address
suppressions-domain-wrong = This is no domain of one company. Where many people have addresses, suppress the one address.
suppressions-first-day = First day
suppressions-from-wrong = This is no day. Choose one from the calendar, or leave it empty.
suppressions-of = all campaigns of { $name }
suppressions-advertisers = Advertisers
suppressions-campaigns = Campaigns
suppressions-falls-back = meant for its advertiser; it had none
suppressions-add = Suppress somebody
suppressions-add-do = Suppress
suppressions-lift = Lift
suppressions-lift-ask = Lift it? { $number } may then be called again.
suppressions-why = Why it is lifted
suppressions-why-empty = Say why it is lifted: the reason is kept.
suppressions-lifted = Lifted
suppressions-lifted-at = Lifted on
suppressions-lifted-by = By
suppressions-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
suppressions-file-title = Import a file
suppressions-file-hint = CSV, text, XLSX, XLS or ODS with telephone numbers, e-mail addresses or domains, { $largest } MB at most. Nothing is written before you confirm.
suppressions-file-names = What this column names:
suppressions-file-names-number = Numbers
suppressions-file-names-person = E-mail addresses
suppressions-file-names-domain = Domains
suppressions-file-names-any = Any of them, told apart
suppressions-file-names-nothing = Leave out
suppressions-file-columns-none = No column names anybody: say which holds numbers, e-mail addresses or domains. A register takes numbers alone.
suppressions-file-country = Numbers without a country are from
suppressions-file-becomes = What becomes of them
suppressions-file-what = The file holds
suppressions-file-each = people who are not to be called: each is suppressed and stays so until somebody lifts it
suppressions-file-full = all of a register: numbers it does not hold leave the register
suppressions-file-add = numbers that have come into a register
suppressions-file-remove = numbers that have left a register
suppressions-file-register = Name of the register
suppressions-file-register-empty = Name the register, in 1 to 80 characters.
suppressions-file-register-unknown = There is no such register yet: import all of it first, or choose one that is there.
suppressions-file-as-of = The file is of (day)
suppressions-file-as-of-wrong = This is no day up to today. Choose one from the calendar, or leave it empty for the moment it was handed in.
suppressions-file-check = See what would happen
suppressions-file-change = Say it otherwise
suppressions-file-nobody = The file names nobody that can be suppressed.
suppressions-file-nothing-new = All whom the file names are there already.
suppressions-file-half = { $n ->
    [one] { $n } problem: what cannot be read would be left out. Repair the file, or import the rest alone.
   *[other] { $n } problems: what cannot be read would be left out. Repair the file, or import the rest alone.
}
suppressions-file-not-asked = Part of the file cannot be read. Nothing is imported unless you ask for the rest alone.
suppressions-file-do = { $n ->
    [one] Import { $n } entry
   *[other] Import { $n } entries
}
suppressions-file-do-good = { $n ->
    [one] Import only the { $n } that can be read
   *[other] Import only the { $n } that can be read
}
suppressions-file-back = To all suppressions
suppressions-count-rows = rows
suppressions-count-numbers = numbers
suppressions-count-persons = e-mail addresses
suppressions-count-domains = domains
suppressions-count-repeated = named more than once
suppressions-count-known = there already
suppressions-count-leaving = would leave the register
suppressions-count-total = the register would hold
suppressions-count-new = would be new
suppressions-count-closing = open contacts would be closed
suppressions-count-all = held now
suppressions-count-added = new
suppressions-count-left = left the register
suppressions-count-closed = open contacts closed
suppressions-export = All of them as CSV
suppressions-register-do = What to do
suppressions-register-export = { $name } as CSV
suppressions-withdraw = Withdraw
suppressions-withdraw-title = Withdraw this register?
suppressions-withdraw-of = Withdraw { $name }
suppressions-withdraw-what = { $n ->
    [one] It holds { $n } number, which may then be called again if nothing else forbids it. Contacts it closed stay closed.
   *[other] It holds { $n } numbers, which may then be called again if nothing else forbids it. Contacts it closed stay closed.
}
suppressions-withdraw-law = Where the law wants this register looked at, nobody is called until it is imported anew.
