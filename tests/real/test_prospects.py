"""The pre-filter on real talk: the same claims as without it."""

from pathlib import Path

import pytest

from extract import extract_claims, find_transcripts, read_transcript
from extract.lexicon import load_lexicon
from extract.linking.claims import link
from extract.scanning import scan

SHARED = Path(__file__).parents[3] / "shared" / "transcripts"


@pytest.mark.parametrize("folder", sorted(path.name for path in SHARED.iterdir()))
def test_the_same_claims_as_without_filter(folder: str) -> None:
    lexicon = load_lexicon()
    for source in find_transcripts([str(SHARED / folder)]):
        transcript = read_transcript(source)
        everything = link(transcript, scan(transcript.speech, lexicon), lexicon)
        assert extract_claims(transcript) == everything
