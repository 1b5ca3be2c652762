"""The game in a terminal: an app, its screens, its widgets and their colours."""
