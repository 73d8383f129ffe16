"""Put a credential into a picture, and take it out again (OB 3.0 5.3).

A picture holds exactly one badge. The standard lets a reader take the first of several; then two readers
may see two badges in one picture, so we refuse such a picture.
"""
