"""Erase somebody: all that says who he is and what he did, and leave nothing but empty places (ADR 31)."""
