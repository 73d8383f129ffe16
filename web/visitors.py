"""Whose question is being answered: what there is little of is shared out among visitors, not among calls."""

from contextvars import ContextVar

VISITOR: ContextVar[str] = ContextVar("visitor", default="")
"""The network of whoever asks, as `web.limits` counts it; empty where there is one user only."""
