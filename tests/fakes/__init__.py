"""Servers that stand in for Discord, Telegram and the feeds; used by tests only, imports nothing of the
product.
"""
