"""Sign for the public suites of W3C: anything that the data model allows, by keys that mean nothing.

Whoever can reach this can have anything signed, so it exists only where the setting says so, never in
production, and its keys are gone when the process ends.
"""
