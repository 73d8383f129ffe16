"""The pages of a poster: for who learns, who scans it, and for who gives badges, who looks at it."""
