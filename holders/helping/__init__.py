"""Who helps somebody with what he keeps, and what that one sees."""
