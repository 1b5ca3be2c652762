from quiz.generate.feedback import Telling, plain_truth, truth_about
from tests.generate.vale import vale, with_changes
from tests.packs import Block, entity, fact, relation


def test_what_was_chosen_is_told_by_a_fact_of_the_same_relation() -> None:
    asked = vale().facts["ashford-lake"]
    assert truth_about(vale(), "round-lake", asked) == Telling(
        "The Round Lake is where Birchley lies.", ("birchley-lake",)
    )
    assert truth_about(vale(), "birchley", asked) == Telling("Birchley lies by the Round Lake.", ("birchley-lake",))


def test_the_same_relation_tells_best_however_far_its_fact_lies_else() -> None:
    far = fact(
        "birchley-lake", "birchley", "lies_by", "round-lake", theme="history", topics=["years"], depth="footnote"
    )
    pack = with_changes(far)
    assert truth_about(pack, "birchley", pack.facts["ashford-lake"]).facts == ("birchley-lake",)
    assert truth_about(pack, "birchley", pack.facts["ashford-side"]).facts == ("birchley-side",)


def test_without_one_a_shared_topic_tells_best_then_the_theme_then_depth() -> None:
    def by(name: str, **keys: object) -> Block:
        return fact(name, "elm", "famous_for", {"text": name}, not_asked="It serves to be told.", **keys)

    elm = entity("elm")
    far = by("trade", theme="history", topics=["years"])
    theme = by("cheese", topics=["towns"], depth="detail")
    topic = by("wine", theme="history", depth="footnote")
    asked = vale().facts["ashford-lake"]
    for facts, told in (([far], "trade"), ([far, theme], "cheese"), ([far, theme, topic], "wine")):
        pack = with_changes(elm, *facts)
        assert truth_about(pack, "elm", asked).facts == (told,)


def test_a_foil_tells_what_sets_it_apart_and_gives_no_fact_away() -> None:
    pack = with_changes(entity("elm", foil=True, apart_because="Elm lies in another vale."))
    assert truth_about(pack, "elm", pack.facts["ashford-lake"]) == Telling("Elm lies in another vale.", ())
    assert plain_truth(pack, "elm") == "Elm lies in another vale."


def test_where_nothing_is_told_of_a_thing_the_asked_fact_is_told() -> None:
    pack = with_changes(entity("elm"))
    assert truth_about(pack, "elm", pack.facts["ashford-lake"]).sentence == "Ashford lies by the Long Lake."
    assert plain_truth(pack, "elm") == ""


def test_the_plain_truth_is_the_most_central_fact_and_rather_one_on_the_thing_itself() -> None:
    assert plain_truth(vale(), "birchley") == "Birchley lies by the Round Lake."
    assert plain_truth(vale(), "long-lake") == "The Long Lake is where Ashford lies."
    glass = fact(
        "glass", "round-lake", "holds", {"text": "pike"}, statement="Pike live there.", ask="What lives there?"
    )
    pack = with_changes(relation("holds", "lake", "text"), glass.but(depth="detail"))
    assert plain_truth(pack, "round-lake") == "The Round Lake is where Birchley lies."
