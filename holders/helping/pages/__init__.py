"""The pages of who helps, and of whom he helps."""
