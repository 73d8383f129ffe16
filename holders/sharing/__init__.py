"""What somebody shows of what he keeps: links, codes, and which school may take it in."""
