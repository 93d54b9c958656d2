"""The agent's SQLite file. The only place with SQL."""
