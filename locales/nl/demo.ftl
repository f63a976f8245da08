# De balk van de demo.
demo-skipped = Nacht overgeslagen: verder om { $moment }
