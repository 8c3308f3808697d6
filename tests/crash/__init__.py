"""The real processes, killed at random while items, reports and decisions come in: nothing acknowledged may be lost.

python -m tests.crash --setting postgres-redis --kills 100 --seed 7

settings.py     which database and queue, and which processes
services.py     a PostgreSQL, Redis or NATS of the run's own, that may be stopped
supervisor.py   starts a process again whenever it ends
feed.py         a feed that lets go of what the bot has shown to hold
sides.py        Discord's and Telegram's people: who watch, report and decide
ledger.py       what was acknowledged, and what of it is missing in the end
storm.py        one run, from the set-up to the verdict
"""
