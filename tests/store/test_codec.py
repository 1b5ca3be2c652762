import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.generate.question import Answer, Name, Option, Pick, Picks, Proof, Quantity, Sequence, When
from quiz.store.codec import (
    decode_answer,
    decode_words,
    encode_answer,
    encode_options,
    encode_words,
)

words = st.text(max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False)
options = st.builds(Option, words, words, st.none() | numbers)
proofs = st.builds(Proof, st.booleans(), words, st.lists(words, max_size=3).map(tuple), words, words)
answers = st.one_of(
    st.builds(Pick, options, proofs),
    st.builds(
        Picks, st.lists(options, max_size=4).map(tuple), st.lists(proofs, max_size=4).map(tuple), st.integers(4, 6)
    ),
    st.builds(Name, words, words),
    st.builds(When, st.integers(), st.integers(), words, words),
    st.builds(Quantity, numbers, words, numbers, words),
    st.builds(
        Sequence, st.lists(options, max_size=5).map(tuple), st.lists(words, max_size=5).map(tuple), st.integers(1, 5)
    ),
)


@given(answers)
def test_every_answer_comes_back_as_it_went(answer: Answer) -> None:
    assert decode_answer(encode_answer(answer)) == answer


@given(st.lists(options, max_size=4).map(tuple))
def test_options_stand_in_json_in_their_order(shown: tuple[Option, ...]) -> None:
    assert tuple(Option(**fields) for fields in json.loads(encode_options(shown))) == shown


@given(st.lists(words).map(tuple))
def test_words_come_back_in_their_order(texts: tuple[str, ...]) -> None:
    assert decode_words(encode_words(texts)) == texts


def test_letters_of_every_script_stand_in_json_as_they_are() -> None:
    assert "Түп" in encode_answer(Name("tup", "Түп"))


@pytest.mark.parametrize("text", ["", "[1]", '"Tüp"', '{"a": 1}', "nonsense"])
def test_what_is_no_list_of_texts_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (json's own error is a ValueError too)
        decode_words(text)


def test_an_answer_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(KeyError):
        decode_answer(json.dumps({"is": "essay", "text": "…"}))
