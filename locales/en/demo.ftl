# The demo's banner.
demo-skipped = Night skipped: on it goes, { $moment }
demo-ring = Ring in
demo-ring-what = Somebody calls the centre, as far as this demo goes. Go to your desk and be ready: whoever is ready longest is asked.
demo-ring-called = Calls
demo-ring-caller = From the number; nothing: it is not shown
demo-ring-name = Name that is shown
demo-ring-waits = Waits so many seconds; nothing: as long as it takes
demo-ring-asks = Asks by the key to be called back
demo-ring-now = Call
demo-ring-called-remedy = Choose a number that rings in
demo-ring-waits-remedy = A figure from 1 to 3600
