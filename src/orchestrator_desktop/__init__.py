"""Orchestrator: a desktop app that turns a professional from executor into orchestrator."""

__version__ = "0.1.0"
