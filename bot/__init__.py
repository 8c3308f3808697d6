"""The running program: command line, configuration, composition root, queue, schedule, HTTP endpoint, chat platforms.

Everything above `handlers`. Only `bot/platforms/` imports a chat library.
"""
