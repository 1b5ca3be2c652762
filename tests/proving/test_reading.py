import pytest

from quiz.knowledge.model import Value
from quiz.proving.reading import value_in, words_in

DATE, KM, COUNT = Value(date="1924"), Value(number=16, unit="km", tolerance=1), Value(number=7)


@pytest.mark.parametrize(
    ("said", "pattern", "words"),
    [
        ("It lies by the Salt Lake.", "It lies by *.", "the Salt Lake"),
        ("The Salt Lake is near.", "* is near.", "The Salt Lake"),
        ("Salt is Salt.", "* is *.", "Salt"),
        ("Salt is pepper.", "* is *.", None),
        ("It lies (all of it) by oak.", "It lies (all of it) by *.", "oak"),
        ("It lies by .", "It lies by *.", None),
        ("It flies by oak.", "It lies by *.", None),
        ("It lies by oak.", "It lies by oak.", None),
    ],
)
def test_words_are_found_where_the_mark_stands(said: str, pattern: str, words: str | None) -> None:
    assert words_in(said, pattern, "*") == words


@pytest.mark.parametrize(
    ("words", "like", "value"),
    [
        ("1924", DATE, Value(date="1924")),
        ("by 1924", DATE, Value(date="1924")),
        ("February 1924", DATE, Value(date="1924-02")),
        ("25 February 1924", DATE, Value(date="1924-02-25")),
        ("31 February 1924", DATE, None),
        ("25 Smarch 1924", DATE, None),
        ("long ago", DATE, None),
        ("1,212 km", KM, Value(number=1212, unit="km", tolerance=1)),
        ("0.5 km", KM, Value(number=0.5, unit="km", tolerance=1)),
        ("3", COUNT, Value(number=3)),
        ("three", COUNT, None),
        ("window glass", Value(text="oak"), None),
    ],
)
def test_a_number_or_a_date_is_read_as_it_was_written(words: str, like: Value, value: Value | None) -> None:
    assert value_in(words, like) == value
