"""The other ways in: another telephone, a passkey, a mail address or phone number."""
