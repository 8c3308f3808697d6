"""Discord: `client` receives, `commands` declares the slash commands, `render` draws cards, `messenger` sends them.

The only code, with `bot/platforms/telegram`, that imports a chat library.
"""
