"""What a user can do: one function for each act, one transaction, returns Changes. The only way to write."""
