"""The floor under all HTTP: sessions, language, headers, origin checks, the clock."""
