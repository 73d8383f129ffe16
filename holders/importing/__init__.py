"""Badges from elsewhere, kept with the others."""
