"""A platform without a network: messages are drawn in the terminal. For the demo and for tests of the whole program."""

from bot.platforms.console.platform import ConsolePlatform, Message, draw

__all__ = ["ConsolePlatform", "Message", "draw"]
