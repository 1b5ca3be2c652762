"""Errors that are for people: what happened, where, and what to do. A face prints `str(error)` and exits with 1."""


class QuizError(Exception):
    """What was asked cannot be done. `what` says what happened, `todo` what to do about it; neither ends in a stop."""

    def __init__(self, what: str, todo: str = "") -> None:
        self.what = what
        self.todo = todo
        super().__init__(what, todo)

    def __str__(self) -> str:
        return f"{self.what}. {self.todo}." if self.todo else f"{self.what}."


class PackError(QuizError):
    """A pack has mistakes; `findings` are all of them, each with file and line."""

    def __init__(self, what: str, findings: tuple[str, ...], todo: str = "") -> None:
        super().__init__(what, todo)
        self.findings = findings


class BankError(QuizError):
    """The bank of questions cannot be read or built."""


class SavesError(QuizError):
    """The saves cannot be opened, read or written; nothing saved was touched."""


class RoundError(QuizError):
    """No round can be played under the rules that were asked for."""
