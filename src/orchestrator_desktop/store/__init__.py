"""SQLite: opening, migrations, one module for each group of tables, search and backup. sqlite-utils lives here only."""
