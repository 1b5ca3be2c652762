import subprocess
import sys

from quiz.store import bank
from quiz.store.homes import Homes, pack_digest
from tests.play.helpers import PLAY, door
from tests.samples import content_of, many
from tests.store.helpers import REPOSITORY, run


def test_the_door_neither_reads_packs_nor_draws(homes: Homes) -> None:
    code = (
        "import sys, quiz.play;"
        "bad = ['pydantic', 'textual', 'quiz.knowledge', 'quiz.generate.build', 'quiz.tui', 'rich'];"
        "print([name for name in bad if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_round_on_fresh_questions_imports_no_model_of_packs(homes: Homes) -> None:
    door(homes, lambda folder: content_of(many(40)))
    code = PLAY + "    print([name for name in ('pydantic', 'quiz.knowledge') if name in sys.modules])\n"
    assert run(code, homes.saves.parent, 1).splitlines()[-1] == "[]"
    assert bank.state(homes.bank_file(), pack_digest(homes.pack_folder())) is bank.State.FRESH
