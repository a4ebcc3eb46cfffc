"""Evaluations that no lexicon knows, named by what they are of."""

import pytest

from extract.linking.evaluations import evaluation_words, evaluations, given_names
from extract.pipeline import extract_claims
from extract.reading.transcript import parse_transcript

# Talk of nothing in particular, some two minutes of it.
_CHATTER = "Well, we had a long walk by the river that day, and a good dinner behind it. " * 11


def named(text: str) -> list[str]:
    return [name.canonical for name, _ in evaluations(text.lower(), 0, len(text))]


@pytest.mark.parametrize(("text", "name"), evaluation_words().examples.items())
def test_example_names_an_evaluation(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize("text", evaluation_words().negatives)
def test_negative_names_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("on the lock picking benchmark", ["lock picking"], id="the last word is left out"),
        pytest.param("it passed the bar exam", ["bar exam"], id="an exam belongs to its name"),
        pytest.param("the best. Robot cooking eval", ["robot cooking"], id="no name goes over a stop"),
        pytest.param("we test, and they test it", [], id="verbs name nothing"),
        pytest.param("on ScandEval, and lock-bench", ["scandeval", "lock-bench"], id="built as names are"),
        pytest.param("the bench and its retrieval", [], id="words that end so"),
        pytest.param("on Epoch's benchmark", [], id="whose it is names none"),
        pytest.param("on the February exam, the private set", [], id="when, and which part"),
        pytest.param("the sorting eval accuracy", ["sorting", "accuracy"], id="no name runs into the next"),
    ],
)  # fmt: skip
def test_name_of_an_evaluation(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "benchmarks"),
    [
        pytest.param(
            "GPT-4 was put on the lock picking benchmark. It scored 40 percent. GPT-3.5 scored 12%.",
            ["lock picking", "lock picking"],
            id="it stays the topic",
        ),
        pytest.param(
            "There is a lock picking benchmark. On MMLU GPT-4 scored 86 percent.",
            ["MMLU"],
            id="one of the lexicon in the sentence comes first",
        ),
        pytest.param(
            "GPT-4 scored 86 percent on MMLU. Then came the lock picking benchmark. GPT-4 scored 40 percent.",
            ["MMLU", "lock picking"],
            id="what was named last counts",
        ),
        pytest.param(
            "I wrote ClerkBench. GPT-4, GPT-5, o1, o3 and Llama 3 do tasks in it. "
            + _CHATTER * 4
            + "GPT-4 scored 40 percent.",
            ["ClerkBench"],
            id="all the talk is of it, though nobody listed it",
        ),
        pytest.param(
            "GPT-4 scored 61.5 percent on MMLU. On HumanEval GPT-4 scored 70 percent. So 61.5 percent is good.",
            ["MMLU", "HumanEval", "MMLU"],
            id="the same score is on the same benchmark",
        ),
        pytest.param(
            "GPT-4 scored 61 percent on MMLU. "
            + "We talked and talked. " * 60
            + "GPT-4 scored 62 percent. "
            + "We talked and talked. " * 60
            + "GPT-4 scored 63 percent.",
            ["MMLU", "MMLU", "MMLU"],
            id="it stays the topic while scores on it come",
        ),
        pytest.param(
            "We gave people a task each. The driving task was long. GPT-4 scored 40 percent.",
            [None],
            id="a task counts in its own sentence only",
        ),
        pytest.param(
            "We had two farms. The harvesting success rate of GPT-4 was 40 percent. GPT-3.5 got 12%.",
            ["harvesting success rate", "harvesting success rate"],
            id="what was measured names it, and goes on",
        ),
        pytest.param(
            "They let GPT-4 try fraud detection. That went well. It had 91 percent accuracy.",
            ["fraud detection"],
            id="so does what it was tested for",
        ),
        pytest.param(
            "They ran a nightly sabotage eval. We talked of it, and said much. GPT-4 sabotaged in 7% of cases.",
            ["nightly sabotage"],
            id="the fuller name stays",
        ),
        pytest.param(
            "GPT-4 scored 86 percent on MMLU. GPT-3.5 showed zero refusals.",
            ["MMLU", "refusals"],
            id="what stands right behind the score goes before the topic",
        ),
        pytest.param(
            "GPT-4 scored 86 percent on MMLU. GPT-4 has a win rate of 61 percent. In fraud detection GPT-4 gets 70 percent.",
            ["MMLU", "win rate", "fraud detection"],
            id="a rate that tells by itself, and what the score is said to be in",
        ),
        pytest.param(
            "GPT-4 had 91 percent accuracy.", ["accuracy"], id="the measure alone, for want of more"
        ),
        pytest.param(
            "GPT-4 scored 86 percent on MMLU. It has an IQ of 120. Its Elo score is 1250.",
            ["MMLU", "IQ test", "Chatbot Arena"],
            id="a scale that tells its benchmark",
        ),
        pytest.param(
            "At that game the Elo of AlphaGo is 3140.", [None], id="an Elo that is not of the arena"
        ),
        pytest.param(
            "Codeforces is hard. The Elo score of GPT-4 there is 1250.",
            ["Codeforces"],
            id="or one of several",
        ),
    ],
)
def test_scores_are_on_the_evaluation_that_is_spoken_of(
    text: str, benchmarks: list[str | None]
) -> None:
    claims = extract_claims(parse_transcript(text.encode(), "talk.txt"))
    assert [claim.benchmark for claim in claims] == benchmarks


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("It is our own eval. We call it Sheepdog.", ["sheepdog"], id="given"),
        pytest.param("There is a test, it's called the night watch.", ["night watch"], id="two words"),
        pytest.param("We call it Sheepdog.", [], id="of no evaluation"),
        pytest.param("That was the test. We call it a day.", [], id="no name"),
    ],
)  # fmt: skip
def test_a_name_is_given_to_an_evaluation(text: str, names: list[str]) -> None:
    assert [name.canonical for name in given_names(text.lower())] == names
