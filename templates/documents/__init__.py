"""Pictures: the badge, the QR code."""
