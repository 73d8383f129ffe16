"""Taking in: of whom a school looks at badges, the files with their reports, and the proposal on them."""
