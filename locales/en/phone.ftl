# The phone in the agent's browser.
phone-title = Phone
phone-connecting = Connecting …
phone-ready = Ready
phone-call = In a call
phone-echo = Test: you hear yourself
phone-lost = Connection lost; it is tried again
phone-refused = The exchange refuses this phone: ask your supervisor
phone-deaf = No microphone: allow it in the browser, or plug one in, then reconnect
phone-elsewhere = In another tab of this browser
phone-microphone = Microphone
phone-level = Level
phone-speaker = Speaker
phone-test = Hear yourself
phone-again = Reconnect
