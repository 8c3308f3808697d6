"""The real `headsup run` as a process, against the fake Discord and the fake feeds. Start reading in world.py."""
