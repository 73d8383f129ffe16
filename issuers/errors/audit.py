"""What can go wrong with the record of who did what."""

from issuers.errors.root import IssuersError


class ClockBehindError(IssuersError):
    """Stop when the clock runs behind what was recorded: a badge would be dated back."""

    code = "clock-behind"
    nl = "De klok van deze dienst loopt achter. Er is niets uitgereikt."
    en = "The clock of this machine runs behind the audit record. Put it right; nothing was issued."
