"""The public addresses that stand in signatures: once badges name them, they never change."""

from dataclasses import dataclass

from badges.keys import did_web


@dataclass(frozen=True, slots=True)
class Addresses:
    """Make every address from the one `base_url` (without a slash at its end)."""

    base_url: str

    @property
    def service_did(self) -> str:
        """Name the service itself, whose document is at /.well-known/did.json."""
        return did_web(self.base_url)

    def organisation(self, organisation_id: str) -> str:
        """Give the public page of an organisation."""
        return f"{self.base_url}/organisaties/{organisation_id}"

    def did(self, organisation_id: str) -> str:
        """Name an organisation by the address of its did document."""
        return did_web(self.organisation(organisation_id))

    def achievement(self, achievement_id: str) -> str:
        """Give the address of a badgeklasse, which is its id."""
        return f"{self.base_url}/badgeklassen/{achievement_id}"

    def picture(self, achievement_id: str) -> str:
        """Give the address of the picture of a badgeklasse."""
        return f"{self.achievement(achievement_id)}/plaatje.png"

    def status_list(self, organisation_id: str, *, number: int) -> str:
        """Give the address of a status list, which is its id."""
        return f"{self.organisation(organisation_id)}/status/{number}"

    def werkproces(self, crebo: str, *, code: str, digest: str) -> str:
        """Give the public page of a werkproces in exactly this text."""
        return f"{self.base_url}/werkprocessen/{crebo}/{code}/{digest}"

    def badge(self, token: str) -> str:
        """Give the page of a badge, for whoever was given its token."""
        return f"{self.base_url}/b/{token}"

    def share(self, token: str) -> str:
        """Give the page of what somebody shares, for whoever was given its token."""
        return f"{self.base_url}/d/{token}"

    def photo(self, token: str) -> str:
        """Give the address of a photo that a badge names."""
        return f"{self.base_url}/foto/{token}"

    def werkplekprofiel(self, token: str) -> str:
        """Give the page of a werkplekprofiel, for the recipient, who was given its token."""
        return f"{self.base_url}/afspraak/{token}"

    def held(self, token: str) -> str:
        """Give the page of a badge that is not signed yet, for the recipient, who was given its token."""
        return f"{self.base_url}/straks/{token}"
