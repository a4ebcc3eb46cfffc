"""Spark itself: started for one command, and said in one line where it is not there."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extract.errors import TallycastError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    # Transcripts are kilobytes or megabytes: few at a time go to Python, many make a task.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",
    "spark.sql.files.openCostInBytes": "262144",
    # Most steps are small: one task each, not one for every core.
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "false",
    # A show called "2023" stays a text.
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
}


@contextmanager
def spark_session(master: str) -> Iterator["SparkSession"]:
    """Gives a session, and ends it.

    Args:
        master: such as "spark://host:7077", "yarn" or "local[*]".

    Raises:
        TallycastError: PySpark or Java is not installed, or the master cannot be reached.
    """
    if any(find_spec(name) is None for name in ("pyspark", "pandas", "pyarrow")):
        raise TallycastError("--engine spark needs PySpark: pip install 'tallycast[spark]'")
    if "JAVA_HOME" not in os.environ and shutil.which("java") is None:
        raise TallycastError("--engine spark needs Java 17 or newer, and there is no 'java'")
    from pyspark.errors import PySparkException  # noqa: PLC0415  only here it must be there
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("tallycast").master(master)
    with TemporaryDirectory() as warehouse:  # of which Spark makes a folder here else
        settings = _SETTINGS | {"spark.sql.warehouse.dir": warehouse}
        try:
            session = builder.config(map=settings).getOrCreate()
        except Exception as error:  # what py4j raises is of no kind of its own
            raise TallycastError(f"Spark at {master}: {_first_line(error)}") from error
        try:
            yield session
        except PySparkException as error:
            raise TallycastError(f"Spark: {_first_line(error)}") from error
        finally:
            session.stop()


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0]
