"""The commands of `headsup`, one module a group. To add one: a function with an example in its help, and a line in
`register` (or the group's Typer); a test in `tests/bot/test_cli.py` asks each for its help and its example.
"""
