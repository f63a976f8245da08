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
