"""Answers whether a badge can be relied on. Holds no keys and no database."""
