"""Identity proofs: how a subscriber shows that they are, or speak for, a person. Called by `handlers.proving`.

Pure functions: fetching and storing is the caller's. Imports nothing but `watchlists`.

To add a proof: 1. a module here with what it asks and how it is checked; 2. a line in `KINDS`; 3. its texts
(`proof-<kind>`) in `handlers/locales/en.ftl`; 4. how it is begun in `handlers/proving.py`.
"""

from watchlists.proofs.bio import CODE, Profile, new_code, read_profile

KINDS = ("bio", "vouch")

__all__ = ["CODE", "KINDS", "Profile", "new_code", "read_profile"]
