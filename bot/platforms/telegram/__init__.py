"""Telegram: `client` receives, `commands` reads what was written, `render` draws cards, `messenger` sends them.

The only code, with `bot/platforms/discord`, that imports a chat library. Telegram has no private answers in groups, no
forms, no roles and no menus: answers go to the private chat (`answers`), forms are conversations
(`handlers.conversations`), moderators are the group's administrators and named accounts (`members`), menus are keyboards.
"""
