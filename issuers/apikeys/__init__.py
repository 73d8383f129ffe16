"""Keys with which a system of an organisation gives, reads and withdraws badges through the API."""
