"""What a worker cannot do: each is tried in a real one, through Python and past it."""

import errno
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.verifier.workers import evil_jobs, processes
from tests.verifier.workers.asking import ask
from verifier.errors import CrashError
from verifier.workers import confinement
from verifier.workers.lanes import Limits
from verifier.workers.pool import WorkerPool

LIMITS = Limits(workers=1, cpu_seconds=20, wall_seconds=60)


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    """Give one pool for all tests."""
    pool = WorkerPool("tests.verifier.workers.evil_jobs:entry", quick=LIMITS)
    yield pool
    pool.close()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Give a file that is none of a worker's business."""
    path = tmp_path / "secret"
    path.write_text("secret", encoding="ascii")
    return path


class TestConfine:
    @pytest.mark.parametrize(
        "job",
        [
            *("make_socket", "fork", "run", "execute", "kill_parent", "load_library"),
            *("write_file", "write_file_by_flags", "remove_file", "read_file", "open_database"),
        ],
    )
    def test_refuses_through_python(self, pool: WorkerPool, secret: Path, job: str) -> None:
        """The sender gets an error; the world has not changed."""
        with pytest.raises(CrashError) as caught:
            ask(pool, f"{job} {secret}".encode())
        assert "PermissionError" == caught.value.reason
        assert ("secret", [secret]) == (secret.read_text("ascii"), list(secret.parent.iterdir()))

    @pytest.mark.parametrize(
        "job", ["make_socket_in_c", "fork_in_c", "execute_in_c", "kill_parent_in_c", "write_file_in_c"]
    )
    def test_refuses_past_python(self, pool: WorkerPool, secret: Path, job: str) -> None:
        """The kernel refuses what code in C tries."""
        assert b"%d" % errno.EPERM == ask(pool, f"{job} {secret}".encode())

    def test_lets_code_in_c_read_no_file_of_others(self, pool: WorkerPool, secret: Path) -> None:
        """The kernel knows where modules are, and refuses the rest."""
        assert 0 == evil_jobs.read_file_in_c(str(secret))
        assert b"%d" % errno.EACCES == ask(pool, f"read_file_in_c {secret}".encode())

    @pytest.mark.parametrize("job", ["start_thread", "limit_parent", "raise_limit"])
    def test_refuses_more_than_the_limits(self, pool: WorkerPool, job: str) -> None:
        """No second thread, no change of the limits of anyone."""
        with pytest.raises(CrashError):
            ask(pool, job.encode())

    def test_opens_no_connection(self, pool: WorkerPool) -> None:
        """A server that would accept sees nobody."""
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(0)
            with pytest.raises(CrashError):
                ask(pool, b"connect %d" % server.getsockname()[1])
            with pytest.raises(BlockingIOError):
                server.accept()

    def test_leaves_the_forkserver_alive(self, pool: WorkerPool) -> None:
        """Whoever tried to end it did not."""
        ask(pool, b"kill_parent_in_c")
        assert pool._forkserver is not None
        assert processes.is_alive(pool._forkserver.process_id)
        assert 1 == pool.figures.forkservers

    def test_leaves_one_descriptor_and_no_environment(self, pool: WorkerPool) -> None:
        """In, out and errors lead nowhere; the fourth is the talk with us."""
        assert b"[0, 1, 2, 3]" == ask(pool, b"descriptors")
        assert b"0" == ask(pool, b"environment")

    def test_leaves_no_capability(self, pool: WorkerPool) -> None:
        """A service that runs as root, which it should not, has workers that may do nothing special."""
        assert {0} == processes.capabilities(int(ask(pool, b"process_id")))

    @pytest.mark.parametrize("module", ["colorsys", "lzma", "badges.jsonld.reference"])
    def test_still_reads_modules(self, pool: WorkerPool, module: str) -> None:
        """A module that is needed later is found, in Python or in C, with what it is linked to."""
        assert repr(module).encode() == ask(pool, f"read_a_module {module}".encode())

    def test_ignores_a_polite_request_to_end(self, pool: WorkerPool) -> None:
        """When the service is asked to end, it finishes what it has begun; then we end the workers."""
        assert b"True" == ask(pool, b"signals")


class TestModuleDirectories:
    def test_names_where_our_modules_are(self) -> None:
        """The packages that are loaded, and the libraries."""
        directories = confinement.module_directories()
        assert str(Path(confinement.__file__).parent.parent) in directories
        assert os.path.dirname(os.__file__) in directories  # noqa: PTH120

    def test_names_no_directory_above_them(self) -> None:
        """Beside our packages lies, perhaps, what the service keeps."""
        above = Path(confinement.__file__).parent.parent.parent
        assert not any(above.is_relative_to(directory) for directory in confinement.module_directories())
