"""Reconciliation on Spark of what was extracted on Spark."""

from datetime import date

from pyspark.sql import DataFrame, SparkSession

from extract import load_attributes
from extract.records import Episode
from leaderboard.cluster.intake import FACTS
from leaderboard.cluster.records import SCHEMA
from leaderboard.configuration import Configuration
from leaderboard.intake.taking import Met
from leaderboard.reconciling import family_names
from reconcile import load_policy
from reconcile.spark import reconcile_on_spark

# Rows that share content, words, or show, title and day with another one.
_ALIKE = """
SELECT place, number, episode.* FROM (
    SELECT
        *,
        count(*) OVER (PARTITION BY episode.id) AS of_content,
        count(*) OVER (PARTITION BY episode.words_hash) AS of_words,
        count(*) OVER (PARTITION BY episode.show, episode.title, episode.published) AS of_day
    FROM transcripts
    WHERE episode IS NOT NULL
)
WHERE of_content > 1 OR (of_words > 1 AND episode.words_hash <> '')
    OR (of_day > 1 AND episode.show IS NOT NULL AND episode.title IS NOT NULL
        AND episode.published IS NOT NULL)
ORDER BY place, number
"""


def reconcile_folder(
    session: SparkSession, folder: str, configuration: Configuration, as_of: date | None
) -> None:
    """Makes facts of the claims in `folder` and writes them beside, for 'build --claims'."""
    rows = session.read.schema(SCHEMA).parquet(f"{folder}/show=*")
    rows.createOrReplaceTempView("transcripts")
    copies = _copies(session)
    kept = rows.where("episode IS NOT NULL").join(copies, ["place", "number"], "left_anti")
    kept.selectExpr("episode.*", "extractor").createOrReplaceTempView("episodes")
    claims = kept.selectExpr("explode(claims) AS claim").selectExpr("claim.*")
    claims.createOrReplaceTempView("claims")
    reconcile_on_spark(
        session,
        f"{folder}/{FACTS}",
        load_policy(),
        load_attributes(configuration.own).values(),
        configuration.reconcile,
        as_of=as_of,
        families=family_names(configuration.own),
    )


def _copies(session: SparkSession) -> DataFrame:
    """Returns place and number of the transcripts of episodes that came before."""
    met = Met()
    copies = []
    for row in session.sql(_ALIKE).toLocalIterator():
        told = row.asDict() | {"speakers": ()}
        place, number = told.pop("place"), told.pop("number")
        episode = Episode(**told)
        is_new, _ = met.meet(episode)
        if not is_new:
            copies.append((place, number))
    return session.createDataFrame(copies, "place string, number bigint")
