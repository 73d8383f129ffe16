"""Who runs within the whole service: each with the reason why less would not do, and hardly a page."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import issuers

ROOM: Final = Path(issuers.__file__).parent

WHO_RUNS_WITHIN_ALL: Final = {
    "accounts.attempts.begin": "whoever goes to a provider is nobody yet",
    "accounts.attempts.finish": "whoever comes back is nobody yet, and brings what nobody can guess",
    "background.take_up": "it looks for what was left of all; each is done within its organisation",
    "audit.checkpoints.make_checkpoint": "it signs where the chains of all end",
    "audit.platform.read_platform_trail": "what the platform decided is of no organisation",
    "audit.fsck.fsck": "it holds everything against everything",
    "backups.postgresql.is_empty": "it looks for tables, of whomever",
    "backups.postgresql.is_restoring": "it looks for a mark on the database itself",
    "backups.postgresql.read_facts": "a backup is of everything",
    "backups.postgresql.server_version": "a backup is of everything",
    "backups.programs._run": "a backup is of everything",
    "backups.restoring._make_ready": "what a backup did not know concerns all",
    "backups.restoring._mark": "the mark is on the database itself",
    "backups.silence.confirm_mail": "letters of all go out again",
    "bulk.choosing.forget_old_bulks": "it looks for old choices of all",
    "bulk.running.is_any_doing": "it looks whether there is anything to go on with, of whomever",
    "erasing.erasing.erase_badge": "what somebody keeps of it is his, and goes too",
    "erasing.erasing.erase_recipient": "what somebody keeps of it is his, and goes too",
    "groups.forgetting.forget_done_channels": "it looks for rosters of all",
    "groups.keeping.forget_old": "it looks for old rosters of all",
    "groups.running.is_any_running": "it looks whether there is anything to go on with, of whomever",
    "statuslists.republish_due": "it looks for old lists of all; each is signed within its organisation",
    "holding.releasing.release_due": "it looks for what is due of all; each is signed within its own",
    "issuing.recovery._end": "of a badge that was left it knows the id alone",
    "issuing.recovery.recover": "it looks for what was left of all; each is finished within its organisation",
    "issuing.withdrawn.ours_withdrawn": "a school holds badges of whomever; their lists tell anybody",
    "keys.loss._closed_keys": "the key that wraps is one for all",
    "keys.loss.closed_because": "the key that wraps is one for all",
    "keys.loss.start_over": "the service has keys of its own; those of others are replaced within each",
    "keys.rewrapping.rewrap": "the key that wraps is one for all",
    "mailing.outbox._deliver": "a letter may be of no organisation",
    "mailing.outbox.deliver_due": "it looks for the letters of all",
    "mailing.returning.take_back": "what comes back names a letter, of whatever organisation",
    "opening._bring_up_to_date": "migrations move the rows of all",
    "opening._furnish": "the key that wraps is one for all",
    "opening.open_desk": "a new address is signed into the lists of all",
    "opening.stored_base_url": "the address is of the service itself",
    "erkenning.keeping.confirm": "the platform confirms for many leerbedrijven at once",
    "organisations.facts.confirm_fact": "the platform decides, and its chain is of no organisation",
    "organisations.overseeing.take_down": "the platform decides, and its chain is of no organisation",
    "people.inviting.renew_first": "the platform decides, and its chain is of no organisation",
    "organisations.founding.create_organisation": "the organisation is not there yet",
    "organisations.joining.apply": "whoever applies is nobody here yet, and an invitation founds at once",
    "organisations.joining.approve": "the platform decides, and founds",
    "organisations.joining.ask_to_join": "the platform invites",
    "organisations.joining.refuse": "the platform decides",
    "organisations.joining.waiting_applications": "the platform reads what is of no organisation yet",
    "organisations.reporting.answer": "the platform answers",
    "organisations.reporting.report": "whoever reports is nobody here",
    "organisations.reporting.waiting_reports": "the platform reads what is of no organisation",
    "organisations.standing.merge": "the platform lets one organisation go up in another",
    "organisations.standing.resume": "the platform decides",
    "organisations.standing.suspend": "the platform decides",
    "organisations.twins.twins_of": "the platform looks whether two have the same number",
    "posters.saying.forget_old_sayings": "it forgets what was said at the posters of all",
    "retention.forgetting.count_due": "it counts what is over, of all",
    "retention.forgetting._forget_all": "it forgets what is over, of all",
    "telling.telling.tell_due": "it looks for news of all; each letter is written within its organisation",
    "people.code_secrets.closed_apps": "the key that wraps is one for all",
    "people.code_secrets.replace_closed_apps": "the key that wraps is one for all",
    "people.code_secrets.rewrap_codes": "the key that wraps is one for all",
    "marking.mark_key.opens": "the key that marks is one for all",
    "marking.mark_key.replace_closed_mark_key": "the key that marks is one for all",
    "people.accepting.accept": "it joins a person of other organisations to one that does not know him yet",
    "organisations.demo._find_demo": "the demo is found by its name",
    "people.platform.add_administrator": "who runs the service is of no organisation",
    "people.platform.end_administrator": "who runs the service is of no organisation",
    "people.platform.rescue": "a command finds somebody by a mail address, of whatever organisation",
    "people.sessions.forget_expired": "it forgets the sign-ins of all",
}

WHICH_A_PAGE_ASKS: Final = {
    "accounts.attempts.begin",
    "accounts.attempts.finish",
    "organisations.joining.apply",
    "organisations.reporting.report",
    "erasing.erasing.erase_badge",
    "erasing.erasing.erase_recipient",
    "people.accepting.accept",
    "organisations.demo.demo_beheerder",
    "organisations.demo.demo_people",
    "organisations.demo.demo_praktijkopleider",
}
"""A page acts for one organisation or person; these are asked before it is known which."""


PLATFORM: Final = {
    "audit.pages.platform",
    "organisations.pages.platform",
    "organisations.pages.letting_in",
    "organisations.pages.merging",
    "organisations.pages.overseeing",
    "erkenning.pages.platform",
}
WHICH_THE_PLATFORM_ASKS: Final = {
    "audit.platform.read_platform_trail",
    "organisations.facts.confirm_fact",
    "organisations.overseeing.take_down",
    "people.inviting.renew_first",
    "erkenning.keeping.confirm",
    "organisations.joining.approve",
    "organisations.joining.ask_to_join",
    "organisations.joining.find_waiting",
    "organisations.joining.refuse",
    "organisations.joining.waiting_applications",
    "organisations.reporting.answer",
    "organisations.reporting.waiting_reports",
    "organisations.standing.merge",
    "organisations.standing.resume",
    "organisations.standing.suspend",
    "organisations.twins.twins_of",
}


def within_all() -> Iterator[str]:
    """Find every function that names the scope."""
    for place, tree in _modules():
        yield from (f"{place}.{name}" for name, names in _functions(tree).items() if "WHOLE_SERVICE" in names)


def leading_there() -> Iterator[str]:
    """Find every function that names the scope, or one in its module that does."""
    for place, tree in _modules():
        functions = _functions(tree)
        found = {"WHOLE_SERVICE"}
        while more := {name for name, names in functions.items() if names & found} - found:
            found |= more
        yield from (f"{place}.{name}" for name in found)


def asked_by_pages(*, of_platform: bool) -> Iterator[str]:
    """Find everything that a page or an endpoint imports, or takes from a module that it imports."""
    for place, tree in _modules():
        if (place in PLATFORM) is not of_platform:
            continue
        if ".pages" in place or place.endswith(("endpoints", "dependencies")):
            imported = {
                each.asname or each.name: f"{node.module}.{each.name}".removeprefix("issuers.")
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom)
                for each in node.names
            }
            yield from imported.values()
            for node in ast.walk(tree):
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                    yield f"{imported.get(node.value.id)}.{node.attr}"


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOM.rglob("*.py")):
        yield ".".join(path.relative_to(ROOM).with_suffix("").parts), ast.parse(path.read_text())


def _functions(tree: ast.Module) -> dict[str, set[str]]:
    """Give every function and class of a module, with the names that it uses."""
    return {
        node.name: {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }


class TestWholeService:
    """`WHOLE_SERVICE` is for what nobody in particular asks for."""

    def test_is_named_by_nobody_without_a_reason(self) -> None:
        """Whoever adds one says here why one organisation, one person or the public is not enough."""
        assert sorted(WHO_RUNS_WITHIN_ALL) == sorted(within_all())

    def test_is_not_for_pages(self) -> None:
        """They pass the organisation of who is signed in."""
        asked = set(asked_by_pages(of_platform=False))
        assert WHICH_A_PAGE_ASKS == asked & set(leading_there())

    def test_is_for_who_runs_the_service(self) -> None:
        """Who does acts for no organisation; only modules that let nobody else in ask these."""
        asked = set(asked_by_pages(of_platform=True))
        assert WHICH_THE_PLATFORM_ASKS == asked & set(leading_there())
