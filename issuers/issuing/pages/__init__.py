"""The pages to give badges, and to see what was given."""
