"""The line that takes a task from anywhere on the desktop."""
