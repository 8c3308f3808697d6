"""Tables of the matching engine, each beside the generator that made it. Read by `watchlists.rarity` and others."""
