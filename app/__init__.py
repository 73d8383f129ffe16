"""The roof: wires the rooms together and starts them."""
