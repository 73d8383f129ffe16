"""The page on which an organisation chooses what is told."""
