"""Spark's own master and workers as processes on the loopback interface."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_PATIENCE = 600.0  # seconds; a machine may be busy
_HOST = "127.0.0.1"
_OF_DAEMONS = {
    "SPARK_DAEMON_MEMORY": "256m",
    "SPARK_DAEMON_JAVA_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """A master's address and the processes of the workers."""

    master: str
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Starts a master and workers of one core each; ends them at last."""
    port = _free_port()
    master = f"spark://{_HOST}:{port}"
    log = folder / "master.log"
    started = [_daemon(log, "master.Master", "--port", str(port))]
    try:
        wait_for(lambda: "ALIVE" in log.read_text())
        for number in range(workers):
            limits = ("--cores", "1", "--memory", "1g", "--work-dir", str(folder / f"w{number}"))
            started.append(
                _daemon(folder / f"worker{number}.log", "worker.Worker", *limits, master)
            )
        wait_for(lambda: log.read_text().count("Registering worker") == workers)
        yield Cluster(master, tuple(started[1:]))
    finally:
        for process in started:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kills a daemon with all that it has started."""
    if process.poll() is None:
        os.killpg(process.pid, 9)
    process.wait()


def wait_for(happened: Callable[[], bool]) -> None:
    """Waits until something has happened; fails after ten minutes."""
    late = time.monotonic() + _PATIENCE
    while not happened():
        assert time.monotonic() < late
        time.sleep(0.05)


def _daemon(log: Path, name: str, *arguments: str) -> subprocess.Popen[bytes]:
    spec = find_spec("pyspark")
    assert spec
    assert spec.origin
    home = Path(spec.origin).parent
    program = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}"]
    with log.open("wb") as out:
        return subprocess.Popen(
            [*program, "--host", _HOST, "--webui-port", "0", *arguments],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=environment() | _OF_DAEMONS | {"SPARK_HOME": str(home)},
            start_new_session=True,
        )


def environment() -> dict[str, str]:
    """Returns the variables with which Spark keeps to the loopback interface and to small work."""
    settings = str(Path(__file__).parent)  # spark-defaults.conf
    return dict(os.environ) | {
        "SPARK_LOCAL_IP": _HOST,
        "SPARK_LOCAL_HOSTNAME": _HOST,
        "SPARK_CONF_DIR": settings,
    }


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((_HOST, 0))
        return int(found.getsockname()[1])
