"""What was collected of work that somebody learns: a story, a photo, hours, a note; for whoever judges it."""
