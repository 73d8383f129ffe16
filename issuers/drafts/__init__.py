"""What was written of a judgement so far, by whoever works with the recipient, until somebody signs."""
