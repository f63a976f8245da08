# Numbers that must not be called.
suppressions-title = Do not call
suppressions-look-up = Look up a number
suppressions-number = Number
suppressions-number-wrong = This is no number that can be read. Write it with its country, such as +31 20 123 4567.
suppressions-until-wrong = This is no day to come. Choose one from the calendar, or leave it empty.
suppressions-none = Nobody has suppressed this number by itself.
suppressions-registers = Registers
suppressions-register = Register
suppressions-no-register = There is no register yet
suppressions-no-register-remedy = Import one from a file with `dispo suppress import --register`.
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
suppressions-first-day = First day
suppressions-from-wrong = This is no day. Choose one from the calendar, or leave it empty.
suppressions-of = all campaigns of { $name }
suppressions-advertisers = Advertisers
suppressions-campaigns = Campaigns
suppressions-falls-back = meant for its advertiser; it had none
suppressions-add = Suppress a number
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
