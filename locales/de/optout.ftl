# The page at the end of a link by which somebody says: do not call me.
optout-title = Rufen Sie mich nicht an
optout-ask = Möchten Sie unter der Nummer, die auf { $end } endet, nicht mehr angerufen werden?
optout-ask-person = Möchten Sie nicht mehr angerufen werden?
optout-behalf = Es geht um Anrufe im Auftrag von { $name }.
optout-do = Rufen Sie mich nicht mehr an
optout-done = Erledigt. Ab jetzt werden Sie nicht mehr angerufen.
optout-broken = Dieser Link funktioniert nicht. Vielleicht fehlt ein Teil: Kopieren Sie den ganzen Link aus der Nachricht, oder antworten Sie auf sie.
optout-old = Dieser Link ist zu alt. Antworten Sie auf die Nachricht, in der er stand: Dann werden Sie nicht mehr angerufen.
optout-too-many = Von hier kamen zu viele Links, die nicht funktionieren. Warten Sie 15 Minuten, oder antworten Sie auf die Nachricht, in der der Link stand.
