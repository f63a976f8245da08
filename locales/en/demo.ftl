# The demo's banner.
demo-skipped = Night skipped: on it goes, { $moment }
