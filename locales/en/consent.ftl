ground-title = Purpose and ground
ground-purpose = What is it called for?
ground-choose = Choose …
ground-purpose-hint = The law asks more of a sale than of a survey. By it is decided who may be called at all.
ground-purpose-remedy = Say what the list is called for.
purpose-sales = sales
purpose-charity = a charity
purpose-charity-lottery = a lottery for charities
purpose-press = a newspaper or magazine
purpose-research = research, nothing is sold
purpose-service = service: an order, an appointment
ground-basis-of-list = A ground for the whole list
ground-basis-hint = Where the client says so of all contacts. A contact’s own opt-in goes before it.
ground-basis = Ground
ground-none = none: contacts bring their own
ground-basis-remedy = Choose the ground, or empty the day and the source.
ground-given-on = Given on; of customers: the last contract or gift
ground-given-remedy = Say when it was given: it does not count without.
ground-day-remedy = Write the day as year, month, day.
ground-until = Until, where that was said
ground-before-remedy = That is before the day on which it was given.
ground-source = How and where it was given
ground-source-remedy = Say how and where it was given: it does not count without.
ground-source-long = Too long: use 500 characters at most.
ground-back = The list
ground-changes = It holds from now on. What was decided stays; open contacts get or lose their place among those who are called.
ground-save = Save
ground-change = Change
ground-no-purpose = no purpose
ground-no-purpose-text = Nobody has said what this list is called for, so no ground is asked for.
ground-line = For all: { $basis }, { $from }: { $source }
ground-line-until = For all: { $basis }, { $from } to { $until }: { $source }
ground-later = The ground is given on a day that is yet to come; until then it does not count.
ground-without = { $n ->
    [one] { $n } contact is not called: the law asks for a ground, and none is known
   *[other] { $n } contacts are not called: the law asks for a ground, and none is known
}
held-no-ground = without a ground to call them
held-no-ground-remedy = The law asks for a ground, such as consent, and none that counts is known. Import the opt-in, or state a ground for the whole list.
check-no-purpose = List “{ $list }” has no purpose: say what it is called for, so that the law can be kept.
check-no-ground = { $n ->
    [one] { $n } contact of list “{ $list }” has no ground on which it may be called.
   *[other] { $n } contacts of list “{ $list }” have no ground on which they may be called.
}
desk-consent-key = consent, to read out
consent-basis = Ground
consent-text = In these words
consent-purpose = About
consent-channel = By which channel
consent-until = Until
consent-withdrawn = Taken back on
consent-recording-refused = Does not want to be recorded since
consent-free = The law asks for no ground for this call.
consent-missing = no ground: not to be called
consent-rule-source = source: { $source }
consent-aloud = On { $day } { $who } agreed to be called: { $source }.
consent-aloud-customer = { $who } is a customer; the last contract or gift was on { $day }: { $source }.
consent-aloud-directory = The number of { $who } stood in the directory without a mark against advertising on { $day }: { $source }.
consent-aloud-text = The words were: “{ $text }”
consent-aloud-id = It is kept under { $id }.
consent-aloud-withdrawn = It was taken back on { $day }.
consent-aloud-purpose = We call for this purpose: { $purpose }.
letter-title = On what ground we call you
letter-from = From
letter-number = Number
letter-date = Date
letter-nothing = We keep nothing of this number.
letter-list = In the list “{ $list }”
letter-name = Kept under the name
letter-ground = Ground: { $basis }, given on { $day }.
letter-no-ground = No ground for a call is known.
letter-uses = { $n ->
    [0] This number has not been called from this list.
    [one] { $n } call of this number:
   *[other] { $n } calls of this number:
}
letter-suppression = Not to be called
letter-not-suppressed = This number is not on our list of those who are not to be called.
letter-suppressed = Since { $since } this number is not called any more.
letter-suppressed-campaign = Since { $since } this number is not called any more for one of our campaigns.
letter-rights = Your rights
letter-rights-text = You may take your consent back or object to calls at any time, as easily as you gave it: tell the agent during a call, or whoever sent this letter. From that moment on you are not called any more. You may also ask what is kept of you, and have it corrected or erased.
letter-button = The consumer’s answer as a PDF
letter-from-field = Who answers: name and address
compliance-title = Who may be called, and why not
compliance-no-ground = { $count } without a ground: { $rule }
compliance-shut = Closed now: { $rule }; open again { $until }
compliance-suppressed = of them not to be called
compliance-law = The law of { $country } today
compliance-next = The next change is on { $day }.
compliance-uncertain = not certain: ask a lawyer
compliance-until = until { $day }
