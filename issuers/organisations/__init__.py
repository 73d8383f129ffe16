"""Who issues here."""
