"""The chat platforms. Each turns what its users do into `handlers.front` calls, and cards into its own messages.

To add a platform: 1. a folder here with a `Platform` (`bot/platforms/base.py`); 2. its table in `bot/config.py`; 3. a line
in `PLATFORMS` of `bot/platforms/registry.py`; 4. a fake server in `tests/fakes/` that speaks its wire format.
"""
