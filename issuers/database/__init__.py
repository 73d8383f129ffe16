"""Where everything is kept: SQLite or PostgreSQL, and what every table is made of."""
