# A bemutató sávja.
demo-skipped = Éjszaka átugorva: folytatás { $moment }
demo-ring = Hívás indítása
demo-ring-what = Valaki felhívja a központot, amennyire a demó ezt engedi. Menjen a munkahelyére, és legyen kész: azt hívja a rendszer, aki a legrégebben kész.
demo-ring-called = Ezt hívja
demo-ring-caller = Erről a számról; üresen: nem látszik
demo-ring-name = Megjelenő név
demo-ring-waits = Ennyi másodpercig vár; üresen: ameddig kell
demo-ring-asks = A gombbal visszahívást kér
demo-ring-now = Hívás
demo-ring-called-remedy = Válasszon hívható számot
demo-ring-waits-remedy = Egy szám 1 és 3600 között
