"""Who works for which organisation, what each may do, and who is signed in."""
