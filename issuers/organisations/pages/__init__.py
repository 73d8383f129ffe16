"""The pages to join, and to look after an organisation."""
