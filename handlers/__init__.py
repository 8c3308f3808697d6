"""What happens when something arrives: an item, a report, a command, a button, a due delivery. One module a subject.

Called by `bot` through `handlers.front` (people) and `handlers.work` (tasks and schedules). Knows no chat library: a
platform gives an `Actor`, gets a `Reply`, and lends a `Messenger`.

To add a command or a button: 1. write the function in the module of its subject; 2. list it, with the role it needs, in
`handlers/front.py`; 3. put its texts into `locales/en.ftl` (a test names what the other languages lack).
"""
