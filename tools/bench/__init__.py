"""How fast we are beside the libraries of others, in one run on one machine: `make bench`."""
