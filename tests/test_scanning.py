"""What listens for names hears them, however they are written."""

import logging

import pytest
import structlog

from tests.scanning import SEEDED, Listener, named_in


class TestNamedIn:
    """`named_in`."""

    @pytest.mark.parametrize(
        "text",
        [
            "Rachida Idrissi zei ja",
            "GET /deelnemers?zoek=rachida+idrissi",
            "GET /deelnemers?zoek=Rachida%20Idrissi",
            "rachida.idrissi@voorbeeld.nl",
            "/rachida-idrissi/",
        ],
    )
    def test_finds_a_name_as_it_may_be_written(self, text: str) -> None:
        """In a sentence, an address, a letter box."""
        assert 1 == len(named_in(text))

    def test_knows_two_hundred(self) -> None:
        """Each apart, and none in what has no name."""
        assert 200 == len({each for name in SEEDED for each in named_in(f"Dit kan {name}.")})
        assert set() == named_in("GET /gegeven Magazijn De Maas, same different version")


class TestListener:
    """`Listener`."""

    @pytest.mark.parametrize("name", ["some.library", "httpx"])
    def test_hears_a_library_and_an_address(self, name: str) -> None:
        """Once: what was told is forgotten."""
        listener = Listener()
        listener.emit(logging.makeLogRecord({"name": name, "msg": "GET %s", "args": (SEEDED[0],)}))
        assert [1, 0] == [len(listener.told()), len(listener.told())]

    def test_hears_our_own_log_before_anything_is_taken_out(self) -> None:
        """Also what an error came from; a letter of the demo is no log."""
        before, listener = structlog.get_config()["processors"], Listener()
        structlog.reset_defaults()
        listener.listen_to_us()
        try:
            log = structlog.get_logger()
            log.info("given", to=SEEDED[0])
            broken = RuntimeError("broken")
            broken.__cause__ = ValueError(SEEDED[1])
            log.error("unexpected", exc_info=broken)
            log.info("letter", text=SEEDED[2])
        finally:
            structlog.configure(processors=before)
        assert 2 == len(listener.told())
