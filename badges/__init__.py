"""The credential domain: bytes in, bytes out. No database, no keys of its own, no network."""
