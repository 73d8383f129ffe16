"""Organisations that judge and sign: the only room with private keys."""
