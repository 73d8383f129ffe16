"""What can go wrong with a group that is given from a roster."""

from issuers.errors.root import IssuersError


class GroupBusyError(IssuersError):
    """Refuse to change a group that is being given at this moment."""

    code = "group-busy"
    nl = "Deze groep wordt nu gegeven. Wacht tot dat klaar is."
    en = "This group is being given now. Wait until that is done."
