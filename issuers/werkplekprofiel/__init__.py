"""What a recipient and a leerbedrijf agree to learn in practice, and how far that came."""
