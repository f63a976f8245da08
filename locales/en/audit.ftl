# The audit trail.
audit-title = Audit trail
audit-who = Who
audit-of = Of what
audit-contact = Contact (list/number)
audit-from = From
audit-until = Until
audit-none = Nothing is in the trail
audit-check = Check the trail
audit-rows = { $n ->
    [one] { $n } row.
    *[other] { $n } rows.
}
audit-whole = The trail is whole: nothing was changed or removed.
audit-broken = The trail does not hold: row { $seq } was changed or removed.
audit-desk = Desk { $id }
audit-token = Program “{ $name }”
audit-program = Command line
audit-system = The house itself
audit-saw = saw
audit-searched = searched
audit-changed = changed
audit-exported = took away
audit-imported = imported
audit-undone = undid an import
audit-listened = listened
audit-erased = erased
audit-forgot = forgot old rows
audit-about-contacts = Contacts
audit-about-lists = Lists
audit-about-campaign = Campaign
audit-about-agent = Agents
audit-about-token = Token
audit-about-suppression = Suppressions
audit-about-queue = Number that rings in
audit-about-results = Results
audit-about-import = Import
audit-about-audit = Audit trail
audit-about-house = House
