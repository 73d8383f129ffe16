"""The page that tells who did what, and when."""
