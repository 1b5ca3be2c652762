"""What all responses in the saves tell of players and questions."""

from collections.abc import Mapping

from sqlite_utils import Database

from quiz.generate.question import Shape
from quiz.rounds.levels import Answered, Ratings, learned
from quiz.rounds.rating import guessing


def ratings(db: Database, first: Mapping[str, float]) -> Ratings:
    """Abilities and difficulties after every response in the open saves, oldest first.

    They are worked out anew from the responses, which are kept for good: nothing can come to differ from them.
    `first` holds the first guess of each family's difficulty, 0 to 1.
    """
    sql = (
        "SELECT player, family, is_right, shape, json_array_length(shown) FROM responses"
        " JOIN rounds ON rounds.id = round ORDER BY responses.id"
    )
    return learned(
        (
            Answered(player, family, float(is_right), guessing(Shape(shape), options))
            for player, family, is_right, shape, options in db.execute(sql)
        ),
        first,
    )
