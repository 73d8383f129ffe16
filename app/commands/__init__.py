"""One module for each command; `run` is what it does."""
