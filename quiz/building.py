"""From the folder of a pack to the content of its bank: where reading and deriving meet."""

from pathlib import Path

from quiz.generate.build import build
from quiz.generate.content import BankContent
from quiz.knowledge.load import load


def build_bank(directory: Path) -> BankContent:
    """The content of the bank of the pack in `directory`. Raises PackError where the pack has mistakes."""
    return build(load(directory))
