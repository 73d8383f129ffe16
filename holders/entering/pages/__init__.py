"""The pages of the other ways in."""
