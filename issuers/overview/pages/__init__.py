"""The pages on which an organisation sees what it gave, and who waits."""
