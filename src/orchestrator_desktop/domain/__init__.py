"""What the product is about, without Qt, SQL or network: frozen dataclasses, enums, transitions, rules."""
