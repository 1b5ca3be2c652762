"""What may be written in a field of a pack: ids, names, sentences, dates and places, all bounded."""

import unicodedata
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, FiniteFloat, StringConstraints

from quiz.knowledge import dates


class Model(BaseModel):
    """Frozen, and unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


def _shown(text: str) -> str:
    """Text that a terminal can show: nothing in it moves a cursor, turns the direction of writing or is invisible."""
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Zl", "Zp"):
            raise ValueError(f"the character U+{ord(letter):04X} cannot be shown; take it out")
    if text != text.strip():
        raise ValueError("spaces stand at the beginning or end; take them out")
    return text


Shown = Annotated[str, AfterValidator(_shown)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120), AfterValidator(_shown)]
Label = Annotated[str, StringConstraints(max_length=120), AfterValidator(_shown)]
Sentence = Annotated[str, StringConstraints(max_length=400), AfterValidator(_shown)]


def _edtf(text: str) -> str:
    dates.parse(text)
    return text


Edtf = Annotated[str, StringConstraints(max_length=40), AfterValidator(_edtf)]
Longitude = Annotated[FiniteFloat, Field(ge=-180, le=180)]
Latitude = Annotated[FiniteFloat, Field(ge=-90, le=90)]
