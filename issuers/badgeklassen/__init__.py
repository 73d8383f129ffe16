"""What organisations design themselves to give badges for, beside the werkprocessen."""
