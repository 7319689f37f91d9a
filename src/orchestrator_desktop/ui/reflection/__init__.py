"""The day's end: the question, what was orchestrated and what executed, the answer, thirty days at a glance."""
