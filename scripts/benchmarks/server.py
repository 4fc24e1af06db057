"""Release programs as processes, and their databases, seen from outside."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
# Beside the site of the development build, which a release build would otherwise replace.
SITE = Path("target/bench-site")
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
WEBHOOK_SECRET = "the secret of the bench"
API_KEY = "bench-api-key"
# One account's records of one model between two change numbers, from one table into another: two lots of names are filled in.
COPY = (
    "INSERT INTO {} SELECT * FROM {} WHERE account_id = (SELECT id FROM linked_accounts) AND model = 'Employee' "
    "AND change_seq >= {{}} AND change_seq < {{}}"
)


def build() -> None:
    subprocess.run(
        ["cargo", "leptos", "build", "--release", "--precompress"],
        cwd=ROOT,
        env={**os.environ, "LEPTOS_SITE_ROOT": str(SITE)},
        check=True,
    )
    subprocess.run(["cargo", "build", "--release", "-p", "patchbay-sandbox", "--bin", "merge-sandbox"], cwd=ROOT, check=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# --- databases -----------------------------------------------------------------------------------------------------


class Sqlite:
    name = "SQLite"

    def __init__(self, directory: Path) -> None:
        self.file = directory / "patchbay.db"
        self.url = f"sqlite://{self.file}"

    def value(self, sql: str) -> int:
        """The one number that a query gives, 0 for none."""
        database = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, timeout=30)
        try:
            row = database.execute(sql).fetchone()
        finally:
            database.close()
        return int(row[0]) if row and row[0] is not None else 0

    def processor_seconds(self) -> float:
        """SQLite works inside the server."""
        return 0.0

    def copy_records(self, slices: range) -> float:
        """Copies the records in slices of their change numbers into a file of the same kind, and returns the seconds that took."""
        copy = sqlite3.connect(self.file.with_name("copy.db"), isolation_level=None)
        try:
            # As the server opens its own.
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32768", "wal_autocheckpoint = 4000"):
                copy.execute(f"PRAGMA {pragma}")
            copy.execute("ATTACH ? AS ours", (str(self.file),))
            made = "SELECT sql FROM ours.sqlite_master WHERE tbl_name = 'records' AND sql IS NOT NULL ORDER BY type DESC"
            for (sql,) in copy.execute(made).fetchall():
                copy.execute(sql)
            text = COPY.format("main.records", "ours.records")
            begin = time.perf_counter()
            for first in slices:
                copy.execute(text.format(first, first + slices.step))
            return time.perf_counter() - begin
        finally:
            copy.close()

    def drop(self) -> None:
        """Its directory goes with it."""


class Postgres:
    name = "Postgres"

    def __init__(self, name: str) -> None:
        self.server = os.environ["TEST_POSTGRES_URL"]
        self.database = f"bench_{name}_{os.getpid()}"
        self.url = re.sub(r"/[^/]*$", f"/{self.database}", self.server)
        self.drop()
        self.psql(self.server, f"CREATE DATABASE {self.database}")

    @staticmethod
    def there() -> bool:
        return bool(os.environ.get("TEST_POSTGRES_URL")) and shutil.which("psql") is not None

    @staticmethod
    def psql(url: str, sql: str) -> str:
        return subprocess.run(["psql", "-XAtq", url, "-c", sql], capture_output=True, text=True, check=True).stdout.strip()

    def value(self, sql: str) -> int:
        return int(self.psql(self.url, sql) or 0)

    def processor_seconds(self) -> float:
        """Of the whole server, those of its processes that have ended included."""
        backend = int(self.psql(self.server, "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() LIMIT 1"))
        main = int(Path(f"/proc/{backend}/stat").read_text().rsplit(")", 1)[1].split()[1])
        seconds = 0.0
        for process in Path("/proc").glob("[0-9]*"):
            try:
                fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(process.name) == main:
                # Its own, and that of its children that are gone.
                seconds += sum(map(int, fields[11:15]))
            elif int(fields[1]) == main:
                seconds += int(fields[11]) + int(fields[12])
        return seconds / os.sysconf("SC_CLK_TCK")

    def copy_records(self, slices: range) -> float:
        """Copies the records in slices of their change numbers into a table of the same kind, and returns the seconds that took."""
        self.psql(self.url, "CREATE TABLE copied (LIKE records INCLUDING ALL)")
        text = COPY.format("copied", "records")
        script = "".join(text.format(first, first + slices.step) + ";\n" for first in slices)
        begin = time.perf_counter()
        subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", self.url], input=script, text=True, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begin

    def drop(self) -> None:
        self.psql(self.server, f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")


# --- processes -----------------------------------------------------------------------------------------------------


class Process:
    """A program with its log, in a directory of its own; start it as often as you like."""

    def __init__(self, program: str, directory: Path, environment: dict[str, str], ready: str, command: list[str] | None = None) -> None:
        self.program, self.directory, self.ready = program, directory, ready
        # A program of ours unless another one is named.
        self.command = command or [str(TARGET / "release" / program)]
        self.environment = {"PATH": os.environ.get("PATH", ""), "RUST_LOG": "warn", **environment}
        self.port = 0
        self.process: subprocess.Popen[bytes] | None = None

    def log(self) -> str:
        return (self.directory / f"{self.program}.log").read_text(errors="replace")

    def start(self) -> float:
        """Starts the program and returns the seconds until it said that it was ready."""
        with open(self.directory / f"{self.program}.log", "wb") as log:
            begin = time.perf_counter()
            self.process = subprocess.Popen(self.command, cwd=self.directory, env=self.environment, stdout=log, stderr=log)
        while time.perf_counter() - begin < 60:
            if self.process.poll() is not None:
                break
            try:
                if self.get(self.ready)[0] == 200:
                    return time.perf_counter() - begin
            except OSError:
                pass
            time.sleep(0.001)
        sys.exit(f"{self.program} is not ready:\n{self.log()}")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(30)
            self.process = None

    def request(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def get(self, path: str, headers: dict[str, str] | None = None):
        return self.request("GET", path, None, headers)

    def post(self, path: str, body: object, headers: dict[str, str] | None = None):
        """Posts JSON and returns the answer's headers and its JSON; anything but success ends the run."""
        headers = {"Content-Type": "application/json", **SAME_ORIGIN, **(headers or {})}
        status, answer, text = self.request("POST", path, json.dumps(body).encode(), headers)
        if status not in (200, 201):
            sys.exit(f"{path} was answered {status}: {text.decode(errors='replace')}")
        return answer, json.loads(text or b"null")

    def status(self, name: str) -> float:
        """A line of the kernel's account of it, in MiB: `VmRSS` is its memory, `VmHWM` the most that it ever had."""
        assert self.process
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)[1]) / 1024  # type: ignore[index]

    def memory(self) -> float:
        return self.status("VmRSS")

    def processor_seconds(self) -> float:
        assert self.process
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Sandbox(Process):
    """The sandbox alone, with so many employees in each new account, whose first sync is over at once."""

    def __init__(self, directory: Path, employees: int) -> None:
        port = free_port()
        environment = {
            "SANDBOX_ADDR": f"127.0.0.1:{port}", "SANDBOX_DATABASE": ":memory:", "SANDBOX_API_KEY": API_KEY, "SANDBOX_QUIET": "1",
            "SANDBOX_INITIAL_SYNC_MS": "1", "SANDBOX_RECORDS": f"1,Employee={employees}",
        }
        super().__init__("merge-sandbox", directory, environment, "/_sandbox/")
        self.port = port


class Server(Process):
    """The server, with the sandbox inside it unless it is given one."""

    def __init__(self, directory: Path, database: Sqlite | Postgres | None = None, sandbox: Sandbox | None = None) -> None:
        self.database = database or Sqlite(directory)
        port = free_port()
        shutil.copy(ROOT / "Leptos.toml", directory)
        environment = {
            "DATABASE_URL": self.database.url,
            "LEPTOS_SITE_ADDR": f"127.0.0.1:{port}",
            "LEPTOS_SITE_ROOT": str(ROOT / SITE),
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
            "SANDBOX_ADDR": f"127.0.0.1:{free_port()}",
            "SIGN_UP": "open",
            "MERGE_WEBHOOK_SECRET": WEBHOOK_SECRET,
        }
        if sandbox:
            environment |= {
                "MERGE_API_KEY": API_KEY,
                "MERGE_API_BASE_URL": f"http://127.0.0.1:{sandbox.port}/api",
                "MERGE_LINK_SCRIPT_URL": f"http://127.0.0.1:{sandbox.port}/initialize.js",
                # The pace is what is measured.
                "UPSTREAM_REQUESTS_PER_MINUTE": "100000",
                "POLL_SCALE": "0.01",
            }
        super().__init__("patchbay", directory, environment, "/readyz")
        self.port = port

    def sign_up(self) -> str:
        """Signs an organisation up and returns the header `Cookie`."""
        person = {
            "organization_name": "Bench", "name": "Ben Bench", "email": "ben@example.com", "password": "a long enough pass phrase"
        }
        answer, _ = self.post("/api/auth/sign-up", person)
        return "; ".join(value.split(";")[0] for value in answer.get_all("Set-Cookie", []))

    def connect(self, sandbox: Sandbox, cookie: str, category: str, integration: str) -> str:
        """Connects an app as a person does, but for the window, and returns our id of it."""
        signed_in = {"Cookie": cookie}
        _, begun = self.post("/api/merge/create-link-token", {"category": category, "integration": integration}, signed_in)
        _, linked = sandbox.post("/_sandbox/link", {"link_token": begun["link_token"]})
        told = {"public_token": linked["public_token"], "attempt_id": begun["attempt_id"]}
        _, connected = self.post("/api/merge/exchange-public-token", told, signed_in)
        return connected["linked_account_id"]

    def read(self, path: str, cookie: str):
        """The JSON of one of our own paths; anything but success ends the run."""
        status, _, text = self.get(path, {"Cookie": cookie, "Accept": "application/json"})
        if status != 200:
            sys.exit(f"{path} was answered {status}: {text.decode(errors='replace')}")
        return json.loads(text)
