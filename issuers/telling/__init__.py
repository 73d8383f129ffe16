"""Telling who learns here what happened to a badge of his, by the channel that he chose; each thing once."""
