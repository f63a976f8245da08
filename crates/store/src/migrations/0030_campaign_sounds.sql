-- What the far end of a campaign's calls hears where nobody speaks: names of the exchange's sounds.
ALTER TABLE campaign ADD COLUMN sounds {text};
