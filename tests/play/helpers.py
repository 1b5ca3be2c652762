"""What tests of the door share: opening it, playing a game, and what another program sees in the saves."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from quiz.game import Game
from quiz.generate.content import BankContent
from quiz.generate.question import Name, Pick, Quantity, Sequence, When
from quiz.play import Play
from quiz.rounds.grading import Given
from quiz.rounds.round import Phase, Response
from quiz.store.homes import Homes
from tests.samples import content

NOW = datetime(2026, 5, 1, 12, 0, 0, 123456, tzinfo=UTC)


PLAY = """
    import sys
    from pathlib import Path
    from quiz.play import Play, Setup
    from quiz.rounds.round import Phase
    from quiz.store.homes import Homes
    from tests.samples import content_of, many

    root = Path(sys.argv[1])
    homes = Homes(saves=root / "saves", banks=root / "banks", packs=root / "packs")
    play = Play(homes, build=lambda folder: content_of(many(40)))
    game = play.begin(Setup(questions=int(sys.argv[2])))
    game.begin(0.0)
    at = 0.0
    while game.round.phase is Phase.ASKING:
        at += 1.0
        game.answer(at, game.round.current.draw.question.answer.option.key)
        print(len(game.round.responses), game.notice, flush=True)
        if len(sys.argv) > 3:
            sys.stdin.readline()
        game.next(at)
    game.close()
"""


def build(folder: Path) -> BankContent:
    return content()


def door(homes: Homes, build: Callable[[Path], BankContent] = build) -> Play:
    return Play(homes, clock_now=lambda: NOW, build=build)


def right_answer(game: Game) -> Given:
    item = game.round.current
    answer = item.draw.question.answer
    match answer:
        case Pick():
            return answer.option.key
        case Sequence():
            return tuple(option.key for option in answer.items if option.key in item.draw.keys)
        case Name() | When() | Quantity():
            return answer.text


def wrong_answer(game: Game) -> Given:
    item = game.round.current
    answer = item.draw.question.answer
    match answer:
        case Pick():
            return next(key for key in item.draw.keys if key != answer.option.key)
        case Sequence():
            return tuple(reversed([option.key for option in answer.items if option.key in item.draw.keys]))
        case Name() | When() | Quantity():
            return "1 January 1066" if isinstance(answer, When) else "9999"


def play_all(game: Game, at: float = 100.0, answer: Callable[[Game], Given] = right_answer) -> list[Response]:
    """Play a game to its end, two seconds a question."""
    responses = []
    game.begin(at)
    while game.round.phase is Phase.ASKING:
        at += 2.0
        responses.append(game.answer(at, answer(game)))
        game.next(at)
    return responses


def rows(homes: Homes, sql: str) -> list[tuple[object, ...]]:
    """What another program sees in the saves."""
    db = sqlite3.connect(homes.saves_file)
    found = db.execute(sql).fetchall()
    db.close()
    return found
