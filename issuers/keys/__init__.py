"""Key pairs: made, kept wrapped, used to sign, taken out of use."""
