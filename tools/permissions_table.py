"""Print who may do what for docs/signing-in.md, from the table that the service itself asks."""

from issuers.people.permissions import ENOUGH, PERMISSIONS, Action
from issuers.people.tables import Proof, Role

ACTIONS = {
    Action.READ: "zien wat de organisatie gaf",
    Action.DRAFT: "meeschrijven aan een bewijs",
    Action.ISSUE: "een bewijs geven",
    Action.CONFIRM: "bevestigen namens de school, en voorstellen bekijken",
    Action.DECIDE: "beslissen over vrijstelling",
    Action.DESIGN: "zelf badges ontwerpen, en die van een ander bevestigen",
    Action.REVOKE: "een bewijs intrekken",
    Action.MANAGE_PEOPLE: "mensen uitnodigen en rollen veranderen",
    Action.MANAGE_KEYS: "sleutels vernieuwen, API-sleutels maken",
    Action.MANAGE_ORGANISATION: "de gegevens van de organisatie veranderen",
    Action.READ_TRAIL: "zien wie wat deed, en wanneer",
}
PROOFS = {
    Proof.PASSKEY: "passkey",
    Proof.TOTP: "code van een app",
    Proof.OIDC: "account van een andere organisatie",
    Proof.DEMO: "knop van de demo",
    Proof.MACHINE: "opdracht op de machine zelf",
    Proof.LINK: "link",
    Proof.API_KEY: "API-sleutel",
}


def roles_table() -> str:
    """Give a Markdown row for each action, and a column for each role."""
    rows = [f"| | {' | '.join(role.value for role in Role)} |", f"|---|{'---|' * len(Role)}"]
    for action in Action:
        cells = ("ja" if action in PERMISSIONS[role] else "" for role in Role)
        rows.append(f"| {ACTIONS[action]} | {' | '.join(cells)} |")
    return "\n".join(rows)


def proofs_table() -> str:
    """Give a Markdown row for each action, and a column for each way to prove who you are."""
    rows = [f"| | {' | '.join(PROOFS[proof] for proof in Proof)} |", f"|---|{'---|' * len(Proof)}"]
    for action in Action:
        cells = ("genoeg" if proof in ENOUGH[action] else "" for proof in Proof)
        rows.append(f"| {ACTIONS[action]} | {' | '.join(cells)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(roles_table(), proofs_table(), sep="\n\n")
