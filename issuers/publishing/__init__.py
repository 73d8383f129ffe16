"""What the world may read: badges, keys, lists, pictures, the catalogue."""
