"""`headsup demo`: the real program on invented posts. `server` stands in for the feeds, `story` tells it."""
