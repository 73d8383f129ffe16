"""What somebody keeps at one glance ("Mijn bewijzen"), where it leads, and what schools decided."""
