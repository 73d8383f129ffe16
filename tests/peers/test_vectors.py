"""The golden files of the peers are what the peers sign today."""

import pytest

from tests.peers import make_vectors
from tests.peers.oracles import PEERS, Peer

pytestmark = pytest.mark.peers


class TestMake:
    """What `make_vectors` makes."""

    @pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
    def test_is_what_stands_in_the_golden_file(self, peer: Peer) -> None:
        """Nothing was edited by hand, and no peer has changed its mind."""
        assert make_vectors.file_of(peer).read_text() == make_vectors.write(make_vectors.make(peer))
