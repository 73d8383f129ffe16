"""Many badges from one roster: read, looked over, given in chunks, and put right together."""
