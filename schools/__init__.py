"""What a school does with badges: take them in, see what they say about a target, and decide itself.

The software proposes and explains; it never awards. This room has a database, and no keys and no way out.
"""
