ground-title = Zweck und Grundlage
ground-purpose = Wozu wird angerufen?
ground-choose = Wählen …
ground-purpose-hint = Das Gesetz verlangt von einem Verkauf mehr als von einer Umfrage. Danach richtet sich, wer überhaupt angerufen werden darf.
ground-purpose-remedy = Wählen Sie, wozu diese Liste angerufen wird.
purpose-sales = Verkauf
purpose-charity = eine gemeinnützige Organisation
purpose-charity-lottery = eine Lotterie für gemeinnützige Zwecke
purpose-press = eine Zeitung oder Zeitschrift
purpose-research = Umfrage, es wird nichts verkauft
purpose-service = Service: eine Bestellung, ein Termin
ground-basis-of-list = Eine Grundlage für die ganze Liste
ground-basis-hint = Wenn der Auftraggeber das von allen Kontakten sagt. Die eigene Einwilligung eines Kontakts geht vor.
ground-basis = Grundlage
ground-none = keine: Kontakte bringen ihre eigene mit
ground-basis-remedy = Wählen Sie die Grundlage, oder leeren Sie Tag und Quelle.
ground-given-on = Erteilt am; bei Kunden: letzter Vertrag oder letzte Spende
ground-given-remedy = Geben Sie an, wann sie erteilt wurde: ohne das zählt sie nicht.
ground-day-remedy = Schreiben Sie den Tag als Jahr, Monat, Tag.
ground-until = Bis, falls das gesagt wurde
ground-before-remedy = Das liegt vor dem Tag, an dem sie erteilt wurde.
ground-source = Wie und wo sie erteilt wurde
ground-source-remedy = Geben Sie an, wie und wo sie erteilt wurde: ohne das zählt sie nicht.
ground-source-long = Zu lang: höchstens 500 Zeichen.
ground-back = Die Liste
ground-changes = Das gilt ab jetzt. Was entschieden ist, bleibt; offene Kontakte erhalten oder verlieren ihren Platz unter denen, die angerufen werden.
ground-save = Speichern
ground-change = Ändern
ground-no-purpose = kein Zweck
ground-no-purpose-text = Niemand hat gesagt, wozu diese Liste angerufen wird; deshalb wird nach keiner Grundlage gefragt.
ground-line = Für alle: { $basis }, { $from }: { $source }
ground-line-until = Für alle: { $basis }, { $from } bis { $until }: { $source }
ground-later = Die Grundlage ist an einem Tag erteilt, der noch kommt; bis dahin zählt sie nicht.
ground-without = { $n ->
    [one] { $n } Kontakt wird nicht angerufen: das Gesetz verlangt eine Grundlage, und keine ist bekannt
   *[other] { $n } Kontakte werden nicht angerufen: das Gesetz verlangt eine Grundlage, und keine ist bekannt
}
held-no-ground = ohne Grundlage für einen Anruf
held-no-ground-remedy = Das Gesetz verlangt eine Grundlage, etwa eine Einwilligung, und keine ist bekannt, die zählt. Importieren Sie die Einwilligung, oder geben Sie eine Grundlage für die ganze Liste an.
check-no-purpose = Liste „{ $list }“ hat keinen Zweck: geben Sie an, wozu angerufen wird, damit das Gesetz eingehalten werden kann.
check-no-ground = { $n ->
    [one] { $n } Kontakt der Liste „{ $list }“ hat keine Grundlage, auf der er angerufen werden darf.
   *[other] { $n } Kontakte der Liste „{ $list }“ haben keine Grundlage, auf der sie angerufen werden dürfen.
}
desk-consent-key = Einwilligung, zum Vorlesen
consent-basis = Grundlage
consent-text = Im Wortlaut
consent-purpose = Worüber
consent-channel = Über welchen Kanal
consent-until = Bis
consent-withdrawn = Widerrufen am
consent-recording-refused = Will nicht aufgezeichnet werden seit
consent-free = Für diesen Anruf verlangt das Gesetz keine Grundlage.
consent-missing = keine Grundlage: nicht anrufen
consent-rule-source = Quelle: { $source }
consent-aloud = Am { $day } hat { $who } eingewilligt, angerufen zu werden: { $source }.
consent-aloud-customer = { $who } ist Kunde; der letzte Vertrag oder die letzte Spende war am { $day }: { $source }.
consent-aloud-directory = Die Nummer von { $who } stand am { $day } ohne Werbesperre im Verzeichnis: { $source }.
consent-aloud-text = Der Wortlaut war: „{ $text }“
consent-aloud-id = Aufbewahrt unter { $id }.
consent-aloud-withdrawn = Sie wurde am { $day } widerrufen.
consent-aloud-purpose = Wir rufen zu diesem Zweck an: { $purpose }.
letter-title = Auf welcher Grundlage wir Sie anrufen
letter-from = Von
letter-number = Nummer
letter-date = Datum
letter-nothing = Zu dieser Nummer bewahren wir nichts auf.
letter-list = In der Liste „{ $list }“
letter-name = Geführt unter dem Namen
letter-ground = Grundlage: { $basis }, erteilt am { $day }.
letter-no-ground = Es ist keine Grundlage für einen Anruf bekannt.
letter-uses = { $n ->
    [0] Diese Nummer wurde aus dieser Liste nicht angerufen.
    [one] { $n } Anruf dieser Nummer:
   *[other] { $n } Anrufe dieser Nummer:
}
letter-suppression = Nicht anrufen
letter-not-suppressed = Diese Nummer steht nicht auf unserer Sperrliste.
letter-suppressed = Seit { $since } wird diese Nummer nicht mehr angerufen.
letter-suppressed-campaign = Seit { $since } wird diese Nummer für eine unserer Kampagnen nicht mehr angerufen.
letter-rights = Ihre Rechte
letter-rights-text = Sie können Ihre Einwilligung jederzeit so einfach widerrufen, wie Sie sie erteilt haben, oder Anrufen widersprechen: sagen Sie es dem Agenten während eines Anrufs oder dem Absender dieses Schreibens. Von da an werden Sie nicht mehr angerufen. Sie können auch Auskunft über das verlangen, was zu Ihnen aufbewahrt wird, und es berichtigen oder löschen lassen.
letter-button = Die Antwort an den Verbraucher als PDF
letter-from-field = Wer antwortet: Name und Anschrift
compliance-title = Wer angerufen werden darf, und warum nicht
compliance-no-ground = { $count } ohne Grundlage: { $rule }
compliance-shut = Jetzt geschlossen: { $rule }; wieder offen { $until }
compliance-suppressed = davon nicht anzurufen
compliance-law = Das Recht von { $country } heute
compliance-next = Die nächste Änderung ist am { $day }.
compliance-uncertain = nicht sicher: fragen Sie einen Anwalt
compliance-until = bis { $day }
