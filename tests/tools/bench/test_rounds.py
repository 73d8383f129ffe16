"""How `make bench` compares alternatives."""

from tools.bench.rounds import Race, race, ratio


class TestRatio:
    """`ratio`."""

    def test_compares_within_rounds(self) -> None:
        """A round in which the machine was busy slows both, so it changes nothing."""
        assert ratio((100.0, 10.0, 100.0), beside=(50.0, 5.0, 50.0)) == 2.0


class TestRace:
    """`race`."""

    def test_runs_every_alternative_in_every_round(self) -> None:
        """Each has a speed for each round, and what was done is what was asked."""
        done: list[str] = []
        found = race({"a": lambda: done.append("a"), "b": lambda: done.append("b")}, rounds=3, seconds=0.001)
        assert {name: len(speeds) for name, speeds in found.speeds.items()} == {"a": 3, "b": 3}
        assert set(done) == {"a", "b"}

    def test_tells_medians(self) -> None:
        """One round that is out of line does not count."""
        found = Race({"ours": (10.0, 12.0, 90.0), "theirs": (5.0, 6.0, 5.0)})
        assert (found.speed("ours"), found.ratio("ours", beside="theirs")) == (12.0, 2.0)
