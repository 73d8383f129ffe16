"""What a mail server sends back, whoever made it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuers.mailing.bounces import MOST_BYTES, Bounce, read_bounce
from tests.issuers.mailing.reports import DELAYED, FAILED, TO, report


class TestReadBounce:
    """`read_bounce` reads a report (RFC 3464)."""

    def test_reads_that_a_letter_will_never_arrive(self) -> None:
        """To which address it was sent, and that it failed for good."""
        assert Bounce(sent_to=(TO,), is_final=True) == read_bounce(report(FAILED))

    @pytest.mark.parametrize(
        "recipient",
        [DELAYED, ("failed", "4.4.7"), ("delivered", "2.1.5"), ("delayed", "5.0.0"), ("failed", "no status")],
    )
    def test_tells_apart_what_may_still_arrive(self, recipient: tuple[str, str]) -> None:
        """By the action and the class of the status (RFC 3463 2)."""
        assert Bounce(sent_to=(TO,), is_final=False) == read_bounce(report(recipient))

    def test_is_not_final_for_one_of_two(self) -> None:
        """A letter has one recipient; where a list stands behind it, it reached somebody."""
        assert Bounce(sent_to=(TO,), is_final=False) == read_bounce(report(FAILED, DELAYED))

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"Subject: hi\r\n\r\nI am away until Monday.",
            report(),
            report(FAILED).replace(b"multipart/report", b"multipart/mixed"),
            report(FAILED).replace(b"message/delivery-status", b"text/plain"),
            report(FAILED) + b" " * MOST_BYTES,
            b"Content-Type: multipart/report; boundary=a\r\n\r\n"
            + b"--a\r\nContent-Type: multipart/report; boundary=a\r\n\r\n" * 2000,
        ],
        ids=["nothing", "away", "no-recipient", "mixed", "no-status", "too-large", "deep"],
    )
    def test_says_nothing_of_what_is_no_report(self, raw: bytes) -> None:
        """An answer of somebody who is away is none."""
        assert read_bounce(raw) is None

    @given(st.binary(max_size=2000))
    def test_raises_nothing_for_any_bytes(self, raw: bytes) -> None:
        """It comes from anywhere."""
        assert read_bounce(raw) is None

    @given(
        at=st.integers(min_value=0, max_value=len(report(FAILED))),
        gone=st.integers(min_value=0, max_value=300),
        put=st.one_of(
            st.binary(max_size=60),
            st.sampled_from(
                [b"\r\n\r\n", b"=?utf-8?b?////?=", b"Content-Type: multipart/report; boundary*=x''y"]
            ),
        ),
    )
    def test_raises_nothing_for_a_report_that_was_damaged(self, at: int, gone: int, put: bytes) -> None:
        """Wherever something is missing, or stands too much."""
        whole = report(FAILED)
        found = read_bounce(whole[:at] + put + whole[at + gone :])
        assert found is None or isinstance(found, Bounce)

    @given(
        action=st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=30),
        status=st.from_regex(r"[0-9.]{0,12}", fullmatch=True),
    )
    def test_is_final_for_nothing_but_a_failure_of_class_5(self, action: str, status: str) -> None:
        """Whatever else stands there."""
        found = read_bounce(report((action, status)))
        is_failure = action.strip().lower() == "failed" and status.startswith("5.")
        assert found is None or not found.is_final or is_failure
