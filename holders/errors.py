"""What can go wrong while somebody keeps a badge.

HoldersError
├── AddressCodeError    it is not the code that was sent
├── AddressTakenError   an address opens what another holder keeps
├── AlreadyKeptError    somebody else keeps it
├── CardError           no card has this code and these pictures
├── DeviceCodeError     no telephone lets another in with this code
├── HelpOverError       an invitation to help was used, or stopped, or its day came
├── JoiningError        two lists cannot be brought together
├── NoConsentError      who shows it gave this school no consent
├── NotKeptError        nobody keeps it, so nobody can show that it is his
├── OtherCodeError      it is not the code of this minute
├── OtherPasskeyError   a passkey opens nothing here
└── ShareEndedError     nothing is shared here, or not any more
"""


class HoldersError(Exception):
    """Say what is wrong with keeping a badge, in two languages; `code` is stable and safe to show."""

    code = "holders"
    nl = "Er ging iets mis bij het bewaren."
    en = "Something went wrong while keeping this."

    def __str__(self) -> str:
        """Read as the English sentence, for logs and commands."""
        return self.en


class AddressCodeError(HoldersError):
    """Say that a code that was sent does not open this; never why, nor whether one was sent."""

    code = "address-code"
    nl = "Deze code klopt niet, of is te oud. Kijk in je nieuwste bericht, of vraag een nieuwe code."
    en = "This code is not right, or too old. Look in your newest message, or ask for a new code."


class AddressTakenError(HoldersError):
    """Say to whoever proved that an address is his that it opens other badges already."""

    code = "address-taken"
    nl = "Met dit adres open je al andere bewijzen. Zet ze bij elkaar, of haal het adres daar weg."
    en = "With this address you open other badges already. Bring them together, or remove the address there."


class AlreadyKeptError(HoldersError):
    """Say that somebody else keeps this badge, or the same person in another way."""

    code = "already-kept"
    nl = "Dit bewijs is al bewaard."
    en = "This badge was kept already."


class CardError(HoldersError):
    """Say that code and pictures do not go together; never which of them, nor whether the code is known."""

    code = "card"
    nl = (
        "De code en de plaatjes horen niet bij elkaar. Kijk nog eens goed op je kaart, en kies je plaatjes "
        "opnieuw. Lukt het vaker niet? Probeer het over een kwartier."
    )
    en = (
        "The code and the pictures do not go together. Look at your card again, and choose your pictures "
        "again. Does it fail more often? Try again in a quarter of an hour."
    )


class DeviceCodeError(HoldersError):
    """Say that no telephone lets another in like this (any more); never why."""

    code = "device-code"
    nl = "Dit lukt niet. De code is te oud, al gebruikt, of verkeerd. Maak een nieuwe op je andere toestel."
    en = "This does not work. The code is too old, used, or wrong. Make a new one on your other device."


class HelpOverError(HoldersError):
    """Say that an invitation to help opens nothing any more."""

    code = "help-over"
    nl = "Deze uitnodiging werkt niet meer. Vraag een nieuwe aan wie je helpt."
    en = "This invitation does not work any more. Ask whom you help for a new one."


class NoConsentError(HoldersError):
    """Say to a school that whoever shows badges gave it no consent; never whether another school has it."""

    code = "no-consent"
    nl = (
        "Deze persoon gaf jouw school geen toestemming, of niet meer. Vraag of hij of zij jouw school kiest "
        "bij Mijn bewijzen, onder ‘Laat een school meelezen’. Plak daarna de link opnieuw."
    )
    en = (
        "This person gave your school no consent, or not any more. Ask them to choose your school at Mijn "
        "bewijzen, under ‘Laat een school meelezen’. Then paste the link again."
    )


class JoiningError(HoldersError):
    """Say that these badges stand here already."""

    code = "joining"
    nl = "Deze bewijzen staan hier al. Open je andere bewijzen."
    en = "These badges are here already. Open your other badges."


class JoiningPartError(JoiningError):
    """Say that a card of one organisation does not prove that all is his."""

    code = "joining-part"
    nl = "Deze kaart opent maar een deel. Zet die bewijzen eerst over op je kaart, en doe dit dan opnieuw."
    en = "This card opens a part only. Move those badges to your card first, and do this again then."


class NotKeptError(HoldersError):
    """Say that nobody keeps this badge: there is no telephone that shows a code for it."""

    code = "not-kept"
    nl = "Dit bewijs is nog door niemand bewaard. Vraag de persoon om het eerst te bewaren."
    en = "Nobody keeps this badge yet. Ask the person to keep it first."


class OtherCodeError(HoldersError):
    """Say that a code is not that of this minute, or not of this badge."""

    code = "other-code"
    nl = "Deze code klopt niet, of is te oud. Vraag om de code die er nu staat."
    en = "This code is not right, or too old. Ask for the code that is there now."


class OtherPasskeyError(HoldersError):
    """Say that a passkey opens nothing that somebody keeps, or not any more."""

    code = "other-passkey"
    nl = "Deze passkey opent hier niets. Kies een andere, of open met je kaart."
    en = "This passkey opens nothing here. Choose another, or open with your card."


class ShareEndedError(HoldersError):
    """Say that nothing is shown here; never whether anything was, nor what."""

    code = "share-ended"
    nl = "Hier is niets meer te zien. Vraag de persoon die je de link gaf om een nieuwe."
    en = "There is nothing to see here any more. Ask the person who gave you the link for a new one."
