# Die Leiste der Demo.
demo-skipped = Nacht übersprungen: weiter um { $moment }
