"""The least a Textual app can be: the floor that the game's start, keys and memory are compared with."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Minimal(App[None]):
    """One line that names the last key."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("Ready", id="line")

    def on_key(self, event: Key) -> None:
        """Name the key."""
        self.query_one("#line", Static).update(f"Key {event.key} at {event.time:.3f}")


if __name__ == "__main__":
    Minimal().run()
