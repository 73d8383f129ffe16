"""What was given and is not signed yet: it waits for a second person, or for whoever may take it back."""
