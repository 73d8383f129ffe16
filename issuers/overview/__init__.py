"""What an organisation gave, looked through and taken along, and who waits for what."""
