# Barred numbers
locked-title = Barred numbers
locked-what = Numbers that the telephone provider bars cannot be called from here, whatever list they stand in. A contact that has no other number is closed.
locked-prefix = Number, or how it begins
locked-note = Why
locked-add = Bar
locked-remove = No longer barred
locked-wrong = Write 2 to 15 digits with the country’s, such as +31 900.
