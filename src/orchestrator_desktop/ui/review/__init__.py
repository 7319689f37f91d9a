"""Judging what came back: the result with its versions, where it comes from, and the decisions on it."""
