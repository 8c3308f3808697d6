"""The main job on Telegram: the real `headsup run` as a process, against the fake Telegram and fake feeds."""
