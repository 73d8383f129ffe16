"""Open Badges 2.0 (1EdTech, 2018): read and checked here, never issued.

An assertion says that someone earned a badge class, and that says which profile issued it. Each of the
three is a document of its own; the first may hold the others.
"""
