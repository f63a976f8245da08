# Die Leiste der Demo.
demo-skipped = Nacht übersprungen: weiter um { $moment }
demo-ring = Anrufen lassen
demo-ring-what = Jemand ruft an, soweit diese Demo reicht. Gehen Sie an Ihren Arbeitsplatz und seien Sie bereit: gefragt wird, wer am längsten bereit ist.
demo-ring-called = Ruft an
demo-ring-caller = Von der Nummer; leer: sie wird nicht gezeigt
demo-ring-name = Angezeigter Name
demo-ring-waits = Wartet so viele Sekunden; leer: so lange es dauert
demo-ring-asks = Bittet mit der Taste um Rückruf
demo-ring-now = Anrufen
demo-ring-called-remedy = Wählen Sie eine Nummer, die angerufen werden kann
demo-ring-waits-remedy = Eine Zahl von 1 bis 3600
