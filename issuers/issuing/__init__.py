"""From a judgement to a signed badge, and back when it is withdrawn."""
