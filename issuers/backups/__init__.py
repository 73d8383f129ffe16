"""Copy all that cannot be made again to another place, and put it back there from (ADR 26)."""
