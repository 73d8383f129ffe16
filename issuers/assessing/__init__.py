"""What was judged of work that somebody learns, in plain words: knowledge, skills and behaviour."""
