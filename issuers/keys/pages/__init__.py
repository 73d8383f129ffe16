"""The pages about the keys of an organisation."""
