"""The pages to make a card to keep, and to open by one."""
