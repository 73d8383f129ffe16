"""The same done to many badges at once: withdrawn, or put right, for one reason."""
