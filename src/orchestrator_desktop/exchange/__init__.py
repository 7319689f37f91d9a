"""File formats in and out: bytes to domain objects and back, without store and Qt."""
