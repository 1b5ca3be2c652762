"""A face's door to rounds: who plays, what can be played, and a game that keeps every response as it is given."""

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TypeVar

from sqlite_utils import Database

from quiz.errors import QuizError, RoundError
from quiz.game import Game, Result
from quiz.generate.content import BankContent
from quiz.generate.draw import draw
from quiz.generate.question import Question
from quiz.rounds.levels import Ratings, select_at_level
from quiz.rounds.names import Names
from quiz.rounds.rating import Rating
from quiz.rounds.round import open_round
from quiz.rounds.rules import MIXED, THEMES, Rules
from quiz.standing import Standing, newcomer, stand
from quiz.store import bank, bank_read, players, rounds, saves, scores
from quiz.store.homes import DEFAULT_PACK, Homes
from quiz.store.players import FIRST_PLAYER, Player
from quiz.store.ratings import ratings
from quiz.store.recorder import Recorder, utc
from quiz.store.scores import BestRound, Progress, Scores

__all__ = [
    "FIRST_PLAYER",
    "BestRound",
    "Game",
    "Play",
    "Progress",
    "Result",
    "Scores",
    "Setup",
    "Standing",
    "Theme",
    "Topic",
]

Read = TypeVar("Read")

SEEDS = 2**48
"""How many rounds there are to choose from where no seed is named."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a face asks for; `seconds` is the limit of each question, `player` a name (None: who played last)."""

    theme: str = MIXED
    topic: str | None = None
    questions: int = 10
    seconds: float | None = None
    calm: bool = False
    seed: int | str | None = None
    player: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme to choose, with its title and how many different questions it has."""

    theme: str
    title: str
    families: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic to choose, with its title and how many different questions it has, footnotes too."""

    topic: str
    title: str
    families: int


class Play:
    """The door. `notices` are things to tell the player, the oldest first.

    Making one opens the saves and sees to it that there are questions; it raises SavesError, BankError or PackError
    where it cannot. One thread at a time may use it.
    """

    def __init__(
        self,
        homes: Homes,
        clock_now: Callable[[], datetime] = lambda: datetime.now(UTC),
        build: bank.Build | None = None,
    ) -> None:
        self.notices: list[str] = []
        self._homes = homes
        self._now = clock_now
        self._build = build or _build
        self._border: tuple[tuple[float, float], ...] | None = None
        with saves.opened(homes.saves_file) as db:
            rounds.keep_unfinished(db, homes.saves_file, utc(clock_now()))
            self._player = players.chosen(db)
        self._ensure_bank()

    # --- players

    @property
    def player(self) -> str:
        """The name of who plays: who played last, or the newcomer's."""
        return self._player.name if self._player else FIRST_PLAYER

    def players(self) -> tuple[str, ...]:
        """All names, who played last first."""
        with self._saves() as db:
            return tuple(player.name for player in players.every(db))

    def add_player(self, name: str) -> str:
        """Keep a new player and return the name as it is kept; raises QuizError for a name that cannot be."""
        with self._saves() as db:
            return players.add(db, name, utc(self._now())).name

    def choose_player(self, name: str) -> None:
        """Let that player play from now on; raises QuizError where there is no such player."""
        with self._saves() as db:
            self._choose(db, _named(db, name))

    def rename_player(self, old: str, new: str) -> None:
        """Give a player another name, under which all that is theirs stays; raises QuizError where that cannot be."""
        with self._saves() as db:
            player = self._kept(db, old)[0] if old == FIRST_PLAYER else _named(db, old)
            renamed = players.rename(db, player, new)
        if self._player and renamed.id == self._player.id:
            self._player = renamed

    # --- what can be played

    def themes(self) -> tuple[Theme, ...]:
        """The themes that have questions, the mixture of all of them first."""
        families = self._of_bank(bank_read.families_by_theme)
        single = [Theme(theme, theme.capitalize(), families[theme]) for theme in THEMES if theme in families]
        return (Theme(MIXED, MIXED.capitalize(), sum(families.values())), *single)

    def topics(self) -> tuple[Topic, ...]:
        """The topics that have questions, in the pack's order."""
        rows, families = self._of_bank(lambda db: (bank_read.topics(db), bank_read.families_by_topic(db)))
        return tuple(Topic(row.id, row.title, families[row.id]) for row in rows if row.id in families)

    def border(self) -> tuple[tuple[float, float], ...]:
        """The line of the border from west to east, as degrees of longitude and latitude."""
        if self._border is None:
            self._border = self._of_bank(_border)
        return self._border

    # --- how one stands

    def scores(self) -> Scores:
        """Best rounds by theme, and every player's progress."""
        with self._saves() as db:
            return scores.scores(db)

    def best(self, rules: Rules) -> int | None:
        """The current player's best under `rules`: points, or right answers where they are calm."""
        with self._saves() as db:
            return scores.best(db, self._player.id, rules.best_list) if self._player else None

    def standing(self) -> Standing:
        """How the current player stands."""
        facts = self._of_bank(bank_read.facts_asked)
        with self._saves() as db:
            if self._player is None:
                return newcomer(len(facts))
            return stand(
                rounds=scores.finished(db, self._player.id),
                known=len(rounds.known(db, self._player.id) & facts),
                total=len(facts),
                met=rounds.has_answered(db, self._player.id),
                best=scores.best(db, self._player.id, Rules().best_list),
            )

    # --- a game

    def begin(self, setup: Setup) -> Game:
        """A game under `setup`, ready to start and held open in the saves until it is closed.

        Raises RoundError where no such round can be played, QuizError for a name that is none, and BankError,
        PackError or SavesError where files are in the way.
        """
        rules = Rules(setup.theme, setup.topic, setup.questions, setup.seconds, setup.calm, setup.level)
        self._ensure_bank()
        history = self._history(setup, rules)
        seed = str(Random().randrange(SEEDS) if setup.seed is None else setup.seed)
        questions, names, content_hash = self._of_bank(lambda db: _chosen(db, rules, seed, history))
        state = open_round(rules, [draw(question, seed) for question in questions], names)
        # Only now, when there is a round: one that cannot be played is to leave no player behind.
        player = self._for_round(setup.player)
        new = rounds.NewRound(
            player=player.id,
            pack=DEFAULT_PACK,
            bank=content_hash,
            theme=rules.theme,
            topic=rules.topic,
            wanted=rules.questions,
            seconds=rules.seconds,
            calm=rules.calm,
            best_list=rules.best_list,
            seed=seed,
            seed_chosen=setup.seed is not None,
            questions=tuple(question.id for question in questions),
        )
        best = self.best(rules) if setup.seed is None else None
        recorder = Recorder(self._homes.saves_file, new, self._now)
        return Game(state, recorder, best, _too_few(len(questions), setup.questions), ranked=setup.seed is None)

    # --- within

    def _saves(self) -> AbstractContextManager[Database]:
        return saves.opened(self._homes.saves_file)

    def _choose(self, db: Database, player: Player) -> None:
        players.choose(db, player)
        self._player = player

    def _history(self, setup: Setup, rules: Rules) -> "_History":
        """What is known of whoever will play, and of the questions; nothing where a seed alone decides."""
        if setup.seed is not None:
            return _History()
        first = {} if rules.level is None else self._of_bank(bank_read.first_guesses)
        with self._saves() as db:
            player = self._player if setup.player is None else players.named(db, players.clean_name(setup.player))
            told = Ratings() if rules.level is None else ratings(db, first)
            seen = rounds.seen(db, player.id) if player else {}
        able = told.abilities.get(player.id, Rating()) if player else Rating()
        return _History(seen, able, told.difficulties)

    def _for_round(self, name: str | None) -> Player:
        """Who plays a round: the player named, kept if new; else who played last; else a newcomer."""
        with self._saves() as db:
            player = self._player
            if name is not None or player is None:
                player, is_new = self._kept(db, name or FIRST_PLAYER)
                if name is not None and is_new:
                    self.notices.append(f"{player.name} is a new player.")
            self._choose(db, player)
        return player

    def _kept(self, db: Database, name: str) -> tuple[Player, bool]:
        return players.named_or_added(db, name, utc(self._now()))

    def _ensure_bank(self) -> None:
        homes = self._homes
        self._note_build(bank.ensure(homes.bank_file(), homes.pack_folder(), self._build))

    def _note_build(self, notice: str) -> None:
        if notice:
            self.notices.append(notice)
            self._border = None

    def _of_bank(self, read: Callable[[Database], Read]) -> Read:
        """What `read` makes of the open bank, which is built anew, once, if it turns out to be damaged."""
        path = self._homes.bank_file()
        try:
            with bank.opened(path) as db:
                return read(db)
        except bank.DamagedBankError:
            bank.rebuild(path, self._homes.pack_folder(), self._build)
            self._note_build(bank.NOTICES[bank.State.DAMAGED])
        with bank.opened(path) as db:
            return read(db)


def _build(pack: Path) -> BankContent:
    """The game's own builder; it imports the model of packs, which a round never needs."""
    from quiz.building import build_bank

    return build_bank(pack)


def _named(db: Database, name: str) -> Player:
    player = players.named(db, name)
    if player is None:
        raise QuizError(f"There is no player called {name[: players.LONGEST_NAME]}", "Choose one there is, or add one")
    return player


@dataclass(frozen=True, slots=True)
class _History:
    """How often a player has answered each fact, how able they are, and how hard each family turned out to be."""

    seen: Mapping[str, int] = field(default_factory=dict)
    able: Rating = field(default_factory=Rating)
    difficulties: Mapping[str, Rating] = field(default_factory=dict)


def _chosen(db: Database, rules: Rules, seed: str, history: _History) -> tuple[tuple[Question, ...], Names, str]:
    """The questions of a round in the order asked, the names that grading needs, and which bank they come from."""
    topics = bank_read.topics(db)
    if rules.topic is not None and rules.topic not in {topic.id for topic in topics}:
        raise RoundError(
            f"There is no topic “{rules.topic[:40]}”", f"Choose one of: {', '.join(topic.id for topic in topics)}"
        )
    candidates = bank_read.candidates(db)
    ids = select_at_level(candidates, rules, Random(seed), history.seen, history.able, history.difficulties)
    return bank_read.questions(db, ids), bank_read.names(db), bank.meta(db)["content_hash"]


def _border(db: Database) -> tuple[tuple[float, float], ...]:
    points = json.loads(bank.meta(db)["border"])
    return tuple((longitude, latitude) for longitude, latitude in points)


def _too_few(there: int, wanted: int) -> str:
    if there >= wanted:
        return ""
    questions = "1 question" if there == 1 else f"{there} questions"
    return f"This round has {questions}: no more fit together."
