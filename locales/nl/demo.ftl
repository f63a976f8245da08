# De balk van de demo.
demo-skipped = Nacht overgeslagen: verder om { $moment }
demo-ring = Laten bellen
demo-ring-what = Iemand belt het centrum, voor zover deze demo gaat. Ga naar je werkplek en wees klaar: wie het langst klaar is, wordt gevraagd.
demo-ring-called = Belt
demo-ring-caller = Vanaf het nummer; leeg: het wordt niet getoond
demo-ring-name = Getoonde naam
demo-ring-waits = Wacht zoveel seconden; leeg: zolang het duurt
demo-ring-asks = Vraagt met de toets om teruggebeld te worden
demo-ring-now = Bellen
demo-ring-called-remedy = Kies een nummer dat gebeld kan worden
demo-ring-waits-remedy = Een getal van 1 tot 3600
