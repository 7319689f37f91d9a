"""Lists of tasks: inbox, today, waiting, done, a domain, a search; and the quick capture over them."""
