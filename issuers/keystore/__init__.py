"""Where the keys are that open the others, and what uses them: in its hands alone a private key is open."""
