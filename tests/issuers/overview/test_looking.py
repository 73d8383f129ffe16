"""What is looked for is read as people write it."""

from datetime import UTC, date, datetime

from issuers.overview.looking import MOST_WORDS, Standing, TypedSearch, Wanted, read_search


class TestReadSearch:
    """`read_search` reads what was typed."""

    def test_reads_words_standing_and_days(self) -> None:
        """In the form in which they are compared; the last day is in the period."""
        wanted, problems = read_search(
            TypedSearch(zoek=" Sam  DE ", stand="geldig", van="1-6-2026", tot="30 juni 2026")
        )
        expected = Wanted(
            words=("sam", "de"),
            standing=Standing.GELDIG,
            start=date(2026, 6, 1),
            until=date(2026, 6, 30),
        )
        assert (expected, ()) == (wanted, problems)
        assert datetime(2026, 5, 31, 22, tzinfo=UTC) == wanted.since
        assert datetime(2026, 6, 30, 22, tzinfo=UTC) == wanted.before

    def test_begins_nowhere_before_the_first_day_there_is(self) -> None:
        """In UTC it would begin in a year that no calendar has."""
        assert Wanted(start=date.min).since is None

    def test_leaves_out_what_it_cannot_read(self) -> None:
        """A day is told; a standing that no form of ours sends is none."""
        wanted, problems = read_search(TypedSearch(stand="mooi", van="gisteren"))
        assert (Wanted(), ["van"]) == (wanted, [each.field for each in problems])

    def test_ends_nowhere_after_the_last_day_there_is(self) -> None:
        """Somebody types 31-12-9999 for: until now."""
        assert read_search(TypedSearch(tot="31-12-9999"))[0].before is None

    def test_takes_so_many_words(self) -> None:
        """Each costs a search of its own."""
        assert MOST_WORDS == len(read_search(TypedSearch(zoek="woord " * 50))[0].words)
