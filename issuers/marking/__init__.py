"""Marks that only this service can make, and the key that makes them."""
