"""The command palette: every act, every place and every task, found by a few letters."""
