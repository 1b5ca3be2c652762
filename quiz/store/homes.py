"""Where the files live: the saves, the banks and the packs, in a checkout, an installed copy or a folder of choice."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quiz.errors import PackError, QuizError

DEFAULT_PACK = "kz-kg"
PROGRAM = "border-quiz"
BANK_SUFFIX = ".bank.db"
"""Ends the name of every bank, so that none is ever called as the saves are: both may lie in one folder."""
DIGEST_LENGTH = 8
"""Hexadecimal digits that tell packs apart whose folders are called alike."""

PACKAGE = Path(__file__).resolve().parent.parent

LARGEST_FILE = 4_000_000
"""Bytes; a pack is words and a coarse map, so anything larger is a mistake that should not be read to its end."""
MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class Homes:
    """The folders of saves, of banks and of packs; none of them need exist yet, but the packs."""

    saves: Path
    banks: Path
    packs: Path

    @property
    def saves_file(self) -> Path:
        """The one file of players, rounds and responses."""
        return self.saves / "saves.db"

    def bank_file(self, folder: Path | None = None) -> Path:
        """The file of all questions made from the pack in `folder`, or from the game's own.

        No other pack's folder, whatever its name, shares a file with the game's own, and no bank one with the saves.
        """
        if folder is None or folder.resolve() == self.pack_folder().resolve():
            return self.banks / f"{DEFAULT_PACK}{BANK_SUFFIX}"
        place = folder.resolve()
        digest = hashlib.sha256(os.fsencode(place)).hexdigest()[:DIGEST_LENGTH]
        return self.banks / f"{place.name}-{digest}{BANK_SUFFIX}"

    def pack_folder(self) -> Path:
        """The folder of the facts of the game's own pack."""
        return self.packs / DEFAULT_PACK


def find(home: Path | None, env: Mapping[str, str]) -> Homes:
    """The homes of this run.

    `home` (from `--home`) goes before QUIZ_HOME of `env`, that before the checkout this package lies in, and the
    user's data folder comes last. Packs always lie beside or inside the package. Raises QuizError for a `~` that names
    no user.
    """
    chosen = home or (Path(env["QUIZ_HOME"]) if env.get("QUIZ_HOME") else None)
    checkout = _checkout(PACKAGE)
    packs = checkout / "questions" if checkout else PACKAGE / "questions"
    if chosen:
        folder = _expanded(chosen).absolute()
        return Homes(saves=folder, banks=folder, packs=packs)
    if checkout:
        return Homes(saves=checkout / "saves", banks=packs, packs=packs)
    from platformdirs import user_data_path

    folder = user_data_path(PROGRAM, appauthor=False)
    return Homes(saves=folder, banks=folder, packs=packs)


def pack_digest(folder: Path) -> str:
    """A digest of the names and bytes of all files of a pack: it changes whenever the pack does.

    Hidden files do not count. Raises PackError if the folder is missing, unreadable or far too large.
    """
    if not _is_folder(folder):
        raise PackError(f"There is no pack of facts at {folder}", (), "Install the game again, or name a pack's folder")
    digest = hashlib.sha256()
    try:
        for path in _pack_files(folder):
            name, content = path.relative_to(folder).as_posix().encode(), path.read_bytes()
            digest.update(b"%d %d " % (len(name), len(content)) + name + content)
    except OSError as error:
        raise _unreadable(error) from error
    return digest.hexdigest()


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise QuizError(f"There is no home folder for {path}", "Name a folder in full") from error


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise _unreadable(error) from error


def _unreadable(error: OSError) -> PackError:
    return PackError(f"{error.filename} cannot be read: {error.strerror}", (), "Allow reading the pack")


def _checkout(package: Path) -> Path | None:
    parent = package.parent
    is_checkout = (parent / "pyproject.toml").is_file() and (parent / "questions").is_dir()
    return parent if is_checkout else None


def _pack_files(folder: Path) -> Iterator[Path]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not _hidden(path.relative_to(folder))]
    if len(files) > MOST_FILES:
        raise PackError(f"{folder} holds {len(files)} files, more than {MOST_FILES}", (), "Name the folder of one pack")
    for path in files:
        if path.stat().st_size > LARGEST_FILE:
            raise PackError(f"{path} is larger than {LARGEST_FILE} bytes", (), "Take it out of the pack")
        yield path


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
