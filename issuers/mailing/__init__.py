"""Letters that wait to be sent: written down in the transaction that asks for them."""
