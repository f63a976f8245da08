# A bemutató sávja.
demo-skipped = Éjszaka átugorva: folytatás { $moment }
