"""The certificate of our own that `serve --tls-self-signed` makes."""

import ssl
from pathlib import Path

import pytest
from cryptography import x509

from app.commands import serve
from app.settings import Settings


class TestCertificate:
    """serve._certificate."""

    @pytest.mark.parametrize(
        ("base_url", "expected"),
        [
            ("", ["localhost"]),
            ("http://localhost:8000", ["localhost"]),
            ("https://toets.voorbeeld:8443", ["toets.voorbeeld", "localhost"]),
        ],
    )
    def test_is_for_the_name_of_the_service(self, tmp_path: Path, base_url: str, expected: list[str]) -> None:
        """A suite calls by that name, or on the machine itself."""
        made = serve._certificate(Settings(mode="demo", base_url=base_url, data_dir=tmp_path))
        certificate = x509.load_pem_x509_certificate(made.chain.read_bytes())
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        assert expected == names.get_values_for_type(x509.DNSName)

    def test_is_one_that_a_server_can_use(self, tmp_path: Path) -> None:
        """The key is the certificate's, nobody else can read it, and `ca.pem` vouches for both."""
        made = serve._certificate(Settings(mode="demo", data_dir=tmp_path))
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(made.chain, made.key)
        assert 0o700 == made.key.parent.stat().st_mode & 0o777
        authority = x509.load_pem_x509_certificate((made.key.parent / "ca.pem").read_bytes())
        x509.load_pem_x509_certificate(made.chain.read_bytes()).verify_directly_issued_by(authority)

    def test_is_made_anew_each_time(self, tmp_path: Path) -> None:
        """An old key is of no use to whoever copied it."""
        settings = Settings(mode="demo", data_dir=tmp_path)
        first = serve._certificate(settings).key.read_bytes()
        assert first != serve._certificate(settings).key.read_bytes()
