"""Many transcripts: one or several processes, results in the order of the sources."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from extract.errors import TallycastError
from extract.pipeline import extract_claims
from extract.reading import Known, read_transcripts
from extract.reading.sources import STANDARD_INPUT
from extract.records import Episode, Extraction, Failure, Transcript, Unchanged
from extract.tables import NOTHING_OWN, OwnLexicon
from extract.workers import Crew, size_of_file

Result = Extraction | Unchanged | Failure
Done = Container[Episode]

NOTHING_DONE: Done = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """How transcripts are to be read.

    Attributes:
        known: what is known of the episodes beforehand and wins over the text.
        input_format: name of the format; None where it is to be recognised.
        own: what a user adds to the lexicon.
    """

    known: Known = Known()
    input_format: str | None = None
    own: OwnLexicon = NOTHING_OWN


AS_IT_IS = Asked()


@dataclass(frozen=True, slots=True)
class Job:
    """A source to read, and which of its episodes need not be extracted again."""

    source: str
    done: Done = NOTHING_DONE


def extract_source(
    source: str, asked: Asked = AS_IT_IS, done: Done = NOTHING_DONE
) -> Iterator[Result]:
    """Reads each transcript of a source and yields its claims; what cannot be read is a Failure.

    Args:
        source: a path, or "-" for standard input.
        asked: how to read it.
        done: the episodes whose claims are known; they are not extracted again.
    """
    read = read_transcripts(source, known=asked.known, input_format=asked.input_format)
    return extract_all(source, read, asked.own, done)


def extract_all(
    source: str,
    read: Iterable[Transcript | Failure],
    own: OwnLexicon = NOTHING_OWN,
    done: Done = NOTHING_DONE,
) -> Iterator[Result]:
    """Yields the claims of each transcript that was read; see extract_source.

    A transcript that this program stumbles over is told like one that cannot be read: among a
    million there is one, and it must not cost the others.
    """
    try:
        for transcript in read:
            yield _result(transcript, own, done)
    except TallycastError:  # it is of all transcripts
        raise
    except Exception as error:
        told = " ".join(f"{type(error).__name__}: {error}".split())
        yield Failure(source, f"{source}: a fault of this program ({told})")


def _result(transcript: Transcript | Failure, own: OwnLexicon, done: Done) -> Result:
    if isinstance(transcript, Failure):
        return transcript
    if not transcript.speech.text:
        source = transcript.episode.source
        return Failure(source, f"{source}: no words in it")
    if transcript.episode in done:
        return Unchanged(transcript.episode)
    return Extraction(transcript.episode, extract_claims(transcript, own))


def extract_file(source: str, asked: Asked = AS_IT_IS, done: Done = NOTHING_DONE) -> Result:
    """Reads the one transcript of a source; see extract_source."""
    results = [*islice(extract_source(source, asked, done), 2)]
    if len(results) != 1:
        return Failure(source, f"{source}: holds {'several transcripts' if results else 'none'}")
    return results[0]


def extract_files(
    sources: Sequence[str], asked: Asked = AS_IT_IS, *, jobs: int = 1
) -> Iterator[Result]:
    """Yields what came out of each source, in order, the same with any number of processes.

    Args:
        sources: paths, or "-" for standard input.
        asked: how to read them; every process has it.
        jobs: how many processes to use.
    """
    for _, result in extract_jobs(map(Job, sources), asked, processes=useful(jobs, sources)):
        yield result


def useful(processes: int, sources: Sequence[str]) -> int:
    """Returns how many processes are of use: standard input is there for the first alone."""
    return 1 if STANDARD_INPUT in sources else min(processes, len(sources))


def extract_jobs(
    jobs: Iterable[Job], asked: Asked = AS_IT_IS, *, processes: int = 1
) -> Iterator[tuple[Job, Result]]:
    """Yields each job with each of its results, in order; see extract_files.

    A job that a process does not survive comes out as a Failure.
    """
    work = partial(_do, asked=asked)
    if processes <= 1:
        for job in jobs:
            for result in work(job):
                yield job, result
        return
    with Crew(processes, work, _lost) as crew:
        yield from crew.results(jobs, lambda job: size_of_file(job.source))


def _do(job: Job, asked: Asked) -> Iterator[Result]:
    return extract_source(job.source, asked, job.done)


def _lost(job: Job, cause: str) -> Result:
    return Failure(job.source, f"{job.source}: the process that read it died ({cause})")
