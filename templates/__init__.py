"""Renders pages and pictures. Knows nothing but what it is given."""
