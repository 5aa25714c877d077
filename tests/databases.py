"""A PostgreSQL server for the tests: of Debian's package, in a folder of its own, on a socket of its own, gone at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import make_url

USER = "contested"
NO_SERVER = "PostgreSQL's server is not here (/usr/lib/postgresql/*/bin/initdb): apt-get install postgresql"


def programs() -> Path | None:
    """Give the folder of the newest server's programs; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parents[1].name))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@dataclass(frozen=True)
class Server:
    """A running server that trusts whoever reaches its socket."""

    programs: Path
    folder: Path
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def address(self, database: str) -> str:
        return f"postgresql://{USER}@/{database}?host={self.folder}"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs; as root in the name of a user without rights, as the server demands."""
        user = "nobody" if os.geteuid() == 0 else None
        said = self.folder / "said.txt"
        with said.open("ab") as out:
            done = subprocess.run([self.programs / program, *arguments], user=user, stdout=out, stderr=out, cwd=self.folder, timeout=60)
        assert done.returncode == 0, said.read_text(encoding="utf-8", errors="replace")

    def start(self) -> None:
        settings = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off -c full_page_writes=off"
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", str(self.folder / "log.txt"), "-o", settings, "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop")

    def ask(self, sql: str) -> None:
        """Run one statement of an administrator."""
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(sql)

    def new_database(self, template: str = "template0") -> str:
        """Make a database and give its address."""
        name = f"test{next(self._numbers)}"
        self.ask(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.address(name)

    def drop(self, address: str) -> None:
        """Remove a database that was made for a test, whoever is still connected to it."""
        self.ask(f"DROP DATABASE {make_url(address).database} WITH (FORCE)")


@contextmanager
def running(found: Path) -> Iterator[Server]:
    """Start a server, and stop it at the end whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="contested-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        server = Server(found, folder)
        server.run("initdb", "-D", str(folder / "data"), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
