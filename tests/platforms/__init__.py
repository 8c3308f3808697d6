"""The chat platforms, each against its fake server."""
