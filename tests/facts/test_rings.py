"""Which records lead back to themselves."""

from dateline.facts.rings import in_rings


def test_what_leads_into_a_circle_is_not_in_the_circle() -> None:
    assert in_rings({"a": "b", "b": "a", "c": "a", "d": "c", "e": "gone"}) == {"a", "b"}


class Counted(dict[str, str]):
    asked = 0

    def __getitem__(self, name: str) -> str:
        self.asked += 1
        return super().__getitem__(name)


def test_a_long_chain_is_walked_once() -> None:
    chain = Counted({f"e{number}": f"e{number + 1}" for number in range(300)})
    assert in_rings(chain) == set()
    assert chain.asked <= 4 * len(chain)
