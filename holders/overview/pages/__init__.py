"""The pages of "Mijn bewijzen"."""
