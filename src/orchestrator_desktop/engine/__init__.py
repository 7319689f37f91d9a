"""Runs delegations: the queue, one attempt from top to bottom, recovery; and what a session is made of (`desk`)."""
