"""The pages to see what is stored, to take it along, and to erase it."""
