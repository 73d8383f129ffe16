"""A poster with a QR code at the workplace: who learns there says what he did, and somebody looks at it."""
