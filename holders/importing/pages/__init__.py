"""The pages to bring in what was given elsewhere."""
