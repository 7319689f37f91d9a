"""A task's panel: what it is, who does it, the brief, and what leaves the computer when it is handed over."""
