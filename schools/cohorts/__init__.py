"""Groups of people of whom a school looks at one target, and the overview: who is where, waiting for whom.

Nobody is scored or ranked: what is listed stands in the order of names, of days, or of what waits.
"""
