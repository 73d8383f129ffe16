"""What a school gives on what a leerbedrijf judged: a confirmation of a badge, and a praktijkverklaring."""
