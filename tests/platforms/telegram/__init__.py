"""The Telegram platform in this process, against the fake Telegram; the whole program's tests are in tests/e2e_telegram."""
