"""Templates in issuing: faster, and not a byte different."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from badges import strictjson
from badges.credential import UnsignedCredential
from badges.errors import LintError
from badges.jsonld import reference, walker
from badges.judgement import Independence, Judgement
from badges.keys import PublicKey
from badges.linting import lint
from badges.proofs import check_proof
from issuers.audit.fsck import fsck
from issuers.desk import IssuingDesk
from issuers.issuing.drafting import draft
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.reserving import reserve
from issuers.people.permissions import Actor
from issuers.preparing import FIRST_USES, KEPT, Drafted, Templates, draft_with
from tests.places import edited, there

Issue = Callable[..., IssuedBadge]
Change = dict[str, object]
MOMENT = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)


@pytest.fixture
def draft_of(desk: IssuingDesk, actor: Actor, judgement: Judgement) -> Callable[..., Drafted]:
    """Draft one badge, again and again; keywords change the judgement."""

    def draft_one(**changes: object) -> Drafted:
        changed = replace(judgement, **changes)  # type: ignore[arg-type]  # the test names the fields
        key = repr(sorted(changes.items()))
        return draft(desk, changed, reservation=reserve(desk, changed, actor=actor, idempotency_key=key))

    return draft_one


class TestDraftWith:
    """`draft_with` gives the same draft with a template as without."""

    @pytest.mark.parametrize(
        "changes",
        [
            {},
            {"name": None},
            {"role": None, "independence": None},
            {"independence": Independence.KAN_HET_UITLEGGEN},
            {"name": 'Zoë "Zee" \\ de Vries', "narrative": "Regel één.\nRegel twee: 40 < 50 & zo 😀"},
        ],
    )
    def test_gives_the_same_bytes(self, draft_of: Callable[..., Drafted], changes: Change) -> None:
        """The first drafts are the walker's, the later ones of the template; all are the same."""
        drafts = [draft_of(**changes) for _ in range(FIRST_USES + 2)]
        by_reference = [each.other_engine is reference.canonicalize for each in drafts]
        assert 1 == len({each.draft.dumps() for each in drafts})
        assert [True] * FIRST_USES + [False] * 2 == by_reference

    def test_leaves_the_check_to_the_walker(self, draft_of: Callable[..., Drafted]) -> None:
        """What the template wrote, the walker reads anew, out of the bytes that are published."""
        drafted = [draft_of() for _ in range(FIRST_USES + 1)][-1]
        assert drafted.other_engine is walker.canonicalize

    def test_makes_one_template_for_badges_of_one_kind(
        self, desk: IssuingDesk, draft_of: Callable[..., Drafted]
    ) -> None:
        """Other people, other words: the same kind. Without a name: another kind."""
        for number in range(FIRST_USES + 1):
            draft_of(name=f"Sam {number}", narrative=f"Sam deed het {number} keer.")
        assert 1 == len(desk.templates)
        for number in range(FIRST_USES + 1):
            draft_of(name=None, narrative=f"Ging {number} keer goed.")
        assert 2 == len(desk.templates)

    def test_writes_what_is_asked_when_the_rest_changed(self, draft_of: Callable[..., Drafted]) -> None:
        """A template that knows a kind by its large parts alone, and not what else stands there, goes."""
        document = draft_of().draft.document
        issuer = there(document, "/issuer/id")
        changed = edited(document, at="/evidence/0/genre", to="verslag")
        asked = [document] * (FIRST_USES + 1) + [changed] * (FIRST_USES + 1) + [document]
        templates = Templates()
        drafted = [
            draft_with(
                templates,
                UnsignedCredential(each),
                issuer=issuer,
                verification_method=f"{issuer}#z",
                created=MOMENT,
            ).draft
            for each in asked
        ]
        assert asked == [each.document for each in drafted]
        assert [walker.canonicalize(each) for each in asked] == [
            lint(UnsignedCredential(each.document), issuer=issuer).canonical for each in drafted
        ]

    def test_says_why_a_badge_is_refused(self, draft_of: Callable[..., Drafted]) -> None:
        """With a template as without; and the template stays for the next."""
        for _ in range(FIRST_USES + 1):
            draft_of()
        for narrative in ("Sam heeft een uitkering.", "Mail sam@voorbeeld.nl", "a\x07b"):
            with pytest.raises(LintError):
                draft_of(narrative=narrative)
        assert walker.canonicalize is draft_of().other_engine

    def test_is_issued_so_that_the_reference_agrees(
        self, desk: IssuingDesk, actor: Actor, give: Issue
    ) -> None:
        """Ten badges in four threads, half of them by template: pyld and pyoxigraph find them good."""
        with ThreadPoolExecutor(4) as pool:
            badges = list(pool.map(lambda number: give(f"k{number}", name=f"Sam {number}"), range(10)))
        method = there(strictjson.loads_object(badges[0].raw), "/proof/0/verificationMethod")
        key = PublicKey.from_multikey(method.partition("#")[2])
        for badge in badges:
            check_proof(strictjson.loads_object(badge.raw), key=key)
        assert 1 == len(desk.templates)
        assert () == fsck(desk)


class TestTemplates:
    """`Templates` remembers kinds that come back, and not for ever."""

    def test_asks_for_a_template_once(self) -> None:
        """A kind that cannot have one is not tried again at each badge."""
        templates, asked = Templates(), []
        for _ in range(3 * FIRST_USES):
            templates.count(b"kind", make=lambda: asked.append(1))
            assert templates.find(b"kind") is None
        assert [1] == asked

    def test_counts_no_more_kinds_than_it_keeps(self) -> None:
        """A kind that was pushed out by others begins again."""
        templates, asked = Templates(), []
        for _ in range(FIRST_USES - 1):
            templates.count(b"kind", make=lambda: asked.append(1))
        for number in range(KEPT):
            templates.count(str(number).encode(), make=lambda: asked.append(2))
        templates.count(b"kind", make=lambda: asked.append(3))
        assert [] == asked
