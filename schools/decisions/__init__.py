"""The decision: what a school examines, who asks for an exemption, and what the examencommissie decides.

The software proposes and explains. It never awards, and fills in no outcome.
"""
