"""What somebody may ask of us: to see what is stored, to take it along, to erase it."""
