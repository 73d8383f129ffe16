"""Pictures and paper: the badge, the QR code, the sheet of A4."""
