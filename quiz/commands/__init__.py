"""One module a command group; each is imported when it runs."""
