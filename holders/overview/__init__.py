"""What somebody keeps at one glance ("Mijn bewijzen"), and toward what that leads."""
