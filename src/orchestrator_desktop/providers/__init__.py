"""AI services: one file for each dialect, the wire decoder and the built-in model. httpx lives here only."""
