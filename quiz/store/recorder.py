"""One open round's way into the saves: each response at once, and, where that fails, as soon as it can be again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from quiz.errors import SavesError
from quiz.rounds.round import Item, Response, Round
from quiz.rounds.summary import answer_text
from quiz.store import rounds
from quiz.store.codec import dumps, encode_options
from quiz.store.database import in_words
from quiz.store.saves import SAVES, open_saves

Now = Callable[[], datetime]
"""Tells the time of day, with its zone."""

IMPATIENT_MS = 200
"""Once the saves could not be written a player does not wait for them again and again."""


class Recorder:
    """Holds the lock of one round and keeps its responses in order.

    What cannot be written stays here and is written first the next time; `failure` says why, empty while all is kept.
    """

    def __init__(self, path: Path, new: rounds.NewRound, now: Now) -> None:
        """Begin the round in the saves at `path`; raises SavesError where that cannot be."""
        self.failure = ""
        self._path = path
        self._now = now
        self._waiting: list[rounds.NewResponse] = []
        self._count = len(new.questions)
        self._position = 0
        self._db = open_saves(path)
        self._closed = False
        try:
            with in_words(path, SAVES):
                self._round, self._lock = rounds.begin(self._db, path, new, utc(now()))
        except BaseException:
            self._db.close()
            raise

    def keep(self, item: Item, response: Response, standing: rounds.Standing) -> None:
        """Put a response on disk, or `failure` says why it is not; the last one closes the round."""
        self._position += 1
        at = utc(self._now())
        self._waiting.append(_row(self._position, item, response, at))
        self._write(standing, at)

    def leave(self, standing: rounds.Standing) -> None:
        """Close the round as left, or `failure` says why it is not."""
        with self._noting_failure():
            self._write_waiting(standing, utc(self._now()))
            rounds.leave(self._db, self._round, standing, utc(self._now()))

    def close(self, standing: rounds.Standing) -> None:
        """Try once more to write what waits, and let go of the round and the saves; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        if self._waiting:
            self._write(standing, utc(self._now()))
        self._lock.release()
        self._db.close()

    def _write(self, standing: rounds.Standing, at: datetime) -> None:
        with self._noting_failure():
            self._write_waiting(standing, at)

    def _write_waiting(self, standing: rounds.Standing, at: datetime) -> None:
        finished = at if self._position == self._count else None
        rounds.record(self._db, self._round, self._waiting, standing, finished)
        self._waiting.clear()

    @contextmanager
    def _noting_failure(self) -> Iterator[None]:
        try:
            with in_words(self._path, SAVES):
                yield
        except SavesError as error:
            self.failure = str(error)
            self._lose_patience()
        else:
            self.failure = ""

    def _lose_patience(self) -> None:
        # A pragma touches no file: it works on saves that do not.
        self._db.execute(f"PRAGMA busy_timeout = {IMPATIENT_MS}")


def utc(moment: datetime) -> datetime:
    """A moment in UTC, to the millisecond."""
    moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def standing(state: Round, elapsed: float) -> rounds.Standing:
    """How a round stands `elapsed` seconds after it began."""
    return rounds.Standing(state.score, state.right_count, len(state.responses), elapsed)


def _row(position: int, item: Item, response: Response, at: datetime) -> rounds.NewResponse:
    question = item.draw.question
    return rounds.NewResponse(
        position=position,
        question=question.id,
        family=question.family,
        kind=question.kind,
        shape=question.shape.value,
        asks=question.asks,
        stem=question.stem,
        shown=encode_options(item.draw.options),
        answer=answer_text(item),
        given=_given_json(response),
        given_text=_given_text(item, response),
        right=response.right,
        late=response.late,
        used=response.used,
        points=response.points.total,
        at=at,
    )


def _given_json(response: Response) -> str | None:
    return None if response.given is None else _storable(dumps(response.given))


def _given_text(item: Item, response: Response) -> str:
    """What was given as the player saw it: the texts of the options chosen, or the line as it was typed."""
    given = response.given
    if given is None:
        return ""
    texts = {option.key: option.text for option in item.draw.options}
    if isinstance(given, tuple):
        return response.grade.chosen
    return _storable(texts.get(given, given))


def _storable(text: str) -> str:
    """A typed line as Unicode: a terminal may send bytes that Python marks in a way no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
