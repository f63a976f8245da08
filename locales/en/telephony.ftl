# How exchange, lines and store keep up.
telephony-title = Telephony
telephony-none = No exchange
telephony-none-remedy = Nothing can be dialled. Start the program with --asterisk, or with --exchange simulated to try it out.
telephony-today = Today
telephony-since = since { $at }, when the program started
telephony-exchange = Exchange and trunk
telephony-connection = Connection
telephony-connected = connected
telephony-lost = cannot be reached
telephony-reconnects = { $n ->
    [one] back { $n } time
    *[other] back { $n } times
}
telephony-up = Calls up
telephony-dialling = dialling
telephony-ringing = ringing
telephony-talking = talking
telephony-attempts = Attempts
telephony-asr-what = Answer-seizure ratio: how many of the attempts on this trunk were answered
telephony-acd-what = Average call duration: how long answered calls lasted in the mean
telephony-set-up = Set-up
telephony-bridged = Answer to bridge
telephony-shares = Half of the calls took no longer · 99 of 100 took no longer. Times and how often an exchange was back count since the program started.
telephony-ms = { $n } ms
telephony-keeps-up = Keeping up
telephony-what = What is measured
telephony-half = Half within
telephony-most = 99 % within
telephony-behind = From a word of a line until it is recorded
telephony-writes = Writing to the database
telephony-unrecorded = still to be recorded:
telephony-callers = callers waiting:
telephony-metrics = Programs that keep watch read all numbers, by a token with the scope read:metrics, at
