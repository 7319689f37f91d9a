"""What the computer offers: keyring, folders, connection, locks. keyring lives here only."""
