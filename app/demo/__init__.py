"""What a demo shows: made-up people and badges, made by the verbs that make real ones."""
