"""The first screen of a new user: one sentence already written, Enter hands it over."""
