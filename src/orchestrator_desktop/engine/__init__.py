"""Runs delegations on one background thread with one asyncio loop."""
