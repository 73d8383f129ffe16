"""Who was given badges: keeping them, and soon showing them. No account, no name, no keys (ADR 23).

May ask `issuers`, and goes nowhere. No room but `app` asks it.
"""
