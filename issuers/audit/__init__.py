"""Who did what and when, as a chain that shows when something was changed."""
