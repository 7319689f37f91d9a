"""The settings: providers, specialists, appearance, keyboard, data. Saved as they are changed."""
