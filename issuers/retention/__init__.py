"""How long we keep what: a table with a term and a reason for each kind, and the job that holds us to it."""
