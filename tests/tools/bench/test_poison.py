"""What `make bench` sends beside honest badges."""

from badges import strictjson
from tests.world import World
from tools.bench.poison import poisons


class TestPoisons:
    """`poisons`."""

    def test_are_small(self) -> None:
        """Each is no larger than what anybody may send: it is what it unfolds to that costs."""
        assert max(map(len, poisons(World().signed()))) < 1_000_000

    def test_name_the_issuer_of_the_service(self) -> None:
        """Its key is known, so the documents are canonicalised and not put aside."""
        badge = strictjson.loads_object(World().signed())
        changed = [strictjson.loads_object(raw) for raw in poisons(World().signed())[:3]]
        assert [each["issuer"] for each in changed] == [badge["issuer"]] * 3
