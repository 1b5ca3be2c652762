"""Numbers, dates and words beside one another: whether two are the same, or surely apart."""

from quiz.folding import fold
from quiz.knowledge import dates
from quiz.knowledge.model import Value


def same(known: Value, value: Value) -> bool:
    """Whether `value` is right where `known` is: a date as exact or coarser, a number within the tolerance."""
    if known.when and value.when:
        return value.when.earliest <= known.when.earliest and known.when.latest <= value.when.latest
    if known.number is not None and value.number is not None:
        low, high = known.number - known.tolerance, known.number + known.tolerance
        return known.unit == value.unit and low <= value.number <= high
    return known.text is not None and value.text is not None and fold(known.text) == fold(value.text)


def apart(one: Value, other: Value) -> bool:
    """Whether no single value could be both: dates without a common day, numbers whose windows do not meet."""
    if one.when and other.when:
        return not meet(one.when, other.when)
    if one.number is None or other.number is None or one.unit != other.unit:
        return False
    return one.number + one.tolerance < other.number - other.tolerance or (
        other.number + other.tolerance < one.number - one.tolerance
    )


def meet(one: dates.When, other: dates.When) -> bool:
    """Whether a day belongs to both; a bound reaches as far as there are days."""
    return max(one.earliest, other.earliest) <= min(one.latest, other.latest)
