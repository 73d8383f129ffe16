"""Providers of accounts, as the administrator named them: SURFconext, Entra, a broker of eHerkenning."""

import re
from dataclasses import dataclass, field
from typing import Final

TENANT: Final = "{tenantid}"
"""Stands in an issuer where the tenant of whoever signs in will stand (Microsoft Entra writes it so)."""

_ANY_TENANT: Final = "organizations"
"""Where Entra tells about all tenants of schools and companies at once."""

_TENANT_ID: Final = re.compile(r"[0-9A-Za-z-]{1,64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Hold where people may have an account, and who we are there.

    Attributes:
        key: Names it in our addresses: small letters, digits and dashes.
        name: What people call it.
        issuer: Its one spelling; `{tenantid}` in it stands for the tenant of an account.
    """

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)

    @property
    def metadata_url(self) -> str:
        """Give where it tells about itself (OpenID Connect Discovery 1.0, 4)."""
        return (
            f"{self.issuer.replace(TENANT, _ANY_TENANT).removesuffix('/')}/.well-known/openid-configuration"
        )

    @property
    def has_tenants(self) -> bool:
        """Tell whether each tenant is an issuer of its own."""
        return TENANT in self.issuer

    def issuer_of(self, tenant: object) -> str | None:
        """Give the issuer of an account, once its tenant is known; None for what can be no tenant."""
        if not self.has_tenants:
            return self.issuer
        fits = isinstance(tenant, str) and _TENANT_ID.fullmatch(tenant)
        return self.issuer.replace(TENANT, str(tenant)) if fits else None

    def issues_as(self, issuer: str) -> bool:
        """Tell whether an account of this issuer is of this provider."""
        before, _, after = self.issuer.partition(TENANT)
        if not self.has_tenants:
            return issuer == before
        tenant = issuer.removeprefix(before).removesuffix(after)
        return issuer == self.issuer_of(tenant)
