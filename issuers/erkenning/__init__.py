"""Which leerbedrijf is recognised for which work, from when until when, and who says so."""
