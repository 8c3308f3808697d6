"""Servers that stand in for the places where requests are posted: one module each, on a port of their own.

In a test:

    async with RssServer() as server:
        server.add("A title", "a body")
        poll = await RssAdapter().poll(RssSettings(url=server.feed), None, fetch)

As a process of its own (it prints its address; entries can be set over HTTP, see `serving.FakeServer`):

    python -m tests.fakes.feeds rss --port 8801
"""
