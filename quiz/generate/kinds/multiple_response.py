"""Multiple response: of the options all that fit are chosen; only where the pack tells of each whether it fits."""

from collections.abc import Iterator

from quiz.generate.distractors import Asked, alike, best, hand_rank, may_stand, nearness, proven, slug, told_by_hand
from quiz.generate.draw import FEWEST_RIGHT, mixes, most_right
from quiz.generate.feedback import Telling, truth_about
from quiz.generate.question import Distractor, Option, Picks, Proof, Question, Shape
from quiz.generate.words import object_option, said_of_object, statement
from quiz.generate.workshop import Draft, Kind, Unsound, Workshop, finished
from quiz.knowledge.model import Fact, Rival, Several, Value
from quiz.knowledge.several import Member, judged, members
from quiz.knowledge.verdict import Truth, Verdict, tied

FEWEST, MOST = 4, 6
"""How many options are shown."""


def of_several(shop: Workshop, block: Several) -> Question:
    """The question of a list of several; that the pack tells what fits was checked when it was read.

    What the pack does not ask of a thing is not shown of it either. Raises Unsound where too few fit, or too few do
    not.
    """
    known = members(shop.pack, block)
    right = [member for member in known if not member.fact.not_asked]
    if len(right) < FEWEST_RIGHT:
        raise Unsound("too-few-right", f"{len(right)} that fit can be asked, {FEWEST_RIGHT} are needed")
    pool = _pool(shop, block, known)
    answer = Picks(
        options=tuple(_option(shop, member) for member in right),
        proofs=tuple(_proof(shop, block, member.fact) for member in right),
        shown=_shown(len(right), len(pool)),
    )
    told = tuple(f"{block.ask} {option.text}" for option in answer.options)
    sentences = tuple(proof.sentence for proof in answer.proofs)
    draft = Draft(KIND, "several", Shape.SEVERAL, block.ask, answer, pool, (*told, *sentences))
    question = finished(shop, block, draft, tuple(member.fact.id for member in right))
    if not mixes(question):
        raise Unsound("too-few-rivals", f"{len(right)} fit and {len(pool)} do not: too few to choose among")
    return question


def _shown(right: int, wrong: int) -> int:
    """As many as leave most open how many of them are right; of those, the most."""

    def counts(shown: int) -> int:
        return len(range(max(FEWEST_RIGHT, shown - wrong), most_right(right, shown) + 1))

    return max(range(FEWEST, MOST + 1), key=lambda shown: (counts(shown), shown))


def _option(shop: Workshop, member: Member) -> Option:
    if isinstance(member.thing, Value):
        text = object_option(shop.pack, member.fact)
        return Option(slug(text), text)
    return Option(member.thing, shop.pack.entities[member.thing].option)


def _proof(shop: Workshop, block: Several, fact: Fact) -> Proof:
    said = statement(shop.pack, fact) if block.objects else said_of_object(shop.pack, fact)
    return Proof(True, "asserted", (fact.id,), "", said)


def _pool(shop: Workshop, block: Several, known: tuple[Member, ...]) -> tuple[Distractor, ...]:
    asked = Asked(shop.pack, shop.mentions, shop.reach, known[0].fact, block.ask)
    if block.rivals:
        return best(asked, (_written(asked, block, known, *placed) for placed in enumerate(block.rivals)))
    return best(asked, _found(asked, block, known))


def _written(asked: Asked, block: Several, known: tuple[Member, ...], place: int, rival: Rival) -> Distractor:
    """A rival of the pack's writer: an entity is refuted by the relation, words by the writer and the closed list."""
    relation = asked.pack.relations[block.relation]
    telling, rank = told_by_hand(rival), hand_rank(place)
    if relation.valued and block.subjects:
        facts = tuple(member.fact.id for member in known)
        refuted = Verdict(Truth.FALSE, "written", facts, relation.closure_why)
        return proven(asked, slug(rival.is_), rival.is_, refuted, telling, rank)
    refuted = judged(asked.pack, block, rival.is_)
    return proven(asked, rival.is_, asked.pack.entities[rival.is_].option, refuted, telling, rank)


def _found(asked: Asked, block: Several, known: tuple[Member, ...]) -> Iterator[Distractor]:
    """Entities like those that fit, each refuted by the relation for all that the list names."""
    pack, relation = asked.pack, asked.pack.relations[block.relation]
    fitting = [pack.entities[str(member.thing)] for member in known]
    barred = {*block.never_rivals, *asked.mentions.entities(block.ask)}
    barred |= {other for member in known for other in member.fact.never_rivals}
    for other in pack.entities.values():
        if other.id in barred or not may_stand(relation, other, as_subject=bool(block.objects)):
            continue
        if any(tied(pack, other.id, one.id) for one in fitting):
            continue
        refuted = judged(pack, block, other.id)
        like = next((one for one in fitting if alike(one, other)), None)
        if refuted.truth is Truth.FALSE and (like or refuted.because):
            telling = _telling(asked, known, other.id, refuted)
            yield proven(asked, other.id, other.option, refuted, telling, nearness(asked, like or fitting[0], other))


def _telling(asked: Asked, known: tuple[Member, ...], entity: str, refuted: Verdict) -> Telling:
    """What a person wrote of it, or what it truly is, told beside the first that fits."""
    if refuted.because:
        return Telling(refuted.because, refuted.facts)
    return truth_about(asked.pack, entity, known[0].fact)


KIND = Kind("multiple-response", base=0.45, of_several=of_several)
