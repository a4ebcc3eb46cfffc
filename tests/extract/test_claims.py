"""From talk to claims: one row a way of saying it."""

from pathlib import Path

import pytest

from extract import extract_claims, extract_files, find_transcripts, read_transcript
from extract.reading import parse_transcript
from extract.records import Claim, Extraction

# Talk of nothing in particular, some two minutes of it.
_CHATTER = "Well, we had a long walk by the river that day, and a good dinner behind it. " * 11
FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract_claims(parse_transcript(text.encode(), "talk.txt"))


def told(text: str) -> list[tuple[str | None, str, float | None]]:
    return [(claim.subject, claim.attribute, claim.value) for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Llama 4 Maverick has 400 billion parameters, but only 17 billion of them active.",
            [("Llama 4 Maverick", "parameters_total", 400e9), ("Llama 4 Maverick", "parameters_active", 17e9)],
            id="total and active",
        ),
        pytest.param(
            "Claude Opus 4.6 costs 25 dollars per million tokens on the way out, and on ARC-AGI-2 it's at 68.8.",
            [("Claude Opus 4.6", "price_output", 25), ("Claude Opus 4.6", "score", 68.8)],
            id="behind a benchmark's name the prices go not on",
        ),
        pytest.param(
            "The max output of GPT-4o was 4,096 tokens, and now it's 16,384.",
            [("GPT-4o", "max_output", 4096), ("GPT-4o", "max_output", 16384)],
            id="a large number said anew in the sentence",
        ),
        pytest.param(
            "The H200 has 141 gigs, the H100 has 80, and the B200 has 192.",
            [("H200", "memory", 141e9), ("H100", "memory", 80e9), ("B200", "memory", 192e9)],
            id="memory before another's name is no count of it",
        ),
        pytest.param(
            "On the reading exam Qwen gets 35 out of 42 points.",
            [("Qwen", "score", 35)],
            id="points out of so many are counted",
        ),
        pytest.param(
            "Llama 3 goes from 15 trillion tokens to 22.5.",
            [("Llama 3", "training_tokens", 15e12), ("Llama 3", "training_tokens", 22.5e12)],
            id="a number that another goes to is of the same",
        ),
        pytest.param(
            "With batch size one, GPT-4 is at one percent utilization.",
            [("GPT-4", "utilization", 1.0)],
            id="a bare one is not the same said in other words",
        ),
        pytest.param(
            "On MMLU Qwen had 71. OLMo at the 32 is at 78.",
            [("Qwen", "score", 71), ("OLMo-32B", "score", 78)],
            id="a size that scores is no score",
        ),
        pytest.param(
            "I like Lama 4 Scout. It takes ten million tokens of context.",
            [("Llama 4 Scout", "context_window", 10e6)],
            id="it, in the next sentence",
        ),
        pytest.param(
            "Kimi K2 has a context of 128k tokens. I remember when GPT-3 had 175 billion parameters. It was trained on 15.5 trillion tokens.",
            [("Kimi K2", "context_window", 128e3), ("GPT-3", "parameters_total", 175e9), ("Kimi K2", "training_tokens", 15.5e12)],
            id="after an aside the talk comes back",
        ),
        pytest.param(
            "What has 8k of context length is the MPT 30 billion model.",
            [("MPT-30B", "context_window", 8e3), ("MPT-30B", "parameters_total", 30e9)],
            id="the size right behind the name",
        ),
        pytest.param(
            "Behemoth, that is Llama 4 Behemoth, has 2 trillion parameters. Some guess the same for GPT-4. It would have 2 trillion parameters.",
            [("Llama 4 Behemoth", "parameters_total", 2e12), ("GPT-4", "parameters_total", 2e12)],
            id="the same figure of a model just named",
        ),
        pytest.param(
            "Kimi K2 has a trillion parameters. " + _CHATTER + "And it was trained on 15.5 trillion tokens. " + _CHATTER + "The context window is 128k tokens.",
            [
                ("Kimi K2", "parameters_total", 1e12),
                ("Kimi K2", "training_tokens", 15.5e12),
                ("Kimi K2", "context_window", 128e3),
            ],
            id="who had the figure before is still spoken of",
        ),
        pytest.param(
            "Kimi K2 has a context of 128k tokens. When GPT-4 came out, we were told nothing. It was trained on 15.5 trillion tokens.",
            [("Kimi K2", "context_window", 128e3), ("Kimi K2", "training_tokens", 15.5e12)],
            id="when another came out",
        ),
        pytest.param(
            "Grok 3 is out. It was trained on 12.8 trillion tokens. Grok 2 was so much smaller. It took 100,000 H100s.",
            [("Grok 3", "training_tokens", 12.8e12), ("Grok 3", "accelerators", 100e3)],
            id="an older version is named to compare with",
        ),
        pytest.param(
            "Grok 3 is out. Grok 2 was trained on 6 trillion tokens.",
            [("Grok 2", "training_tokens", 6e12)],
            id="an older version in the sentence",
        ),
        pytest.param(
            "Claude Sonnet 4.6 is out. People like it in Claude Code. The price is still $3 per million input tokens.",
            [("Claude Sonnet 4.6", "price_input", 3)],
            id="an application has no price a token",
        ),
        pytest.param(
            "Claude Sonnet 4.6 is out. People like it in Claude Code. It's $20 a month.",
            [("Claude Code", "price_subscription", 20)],
            id="an application has a price a month",
        ),
        pytest.param(
            "DBRX picks 4 of 16 experts, as opposed to Mixtral. It has 132 billion parameters.",
            [("DBRX", "parameters_total", 132e9)],
            id="as opposed to another",
        ),
        pytest.param(
            "Kimi K2 has a trillion parameters. Then came Qwen3 30B. It was trained on 36 trillion tokens.",
            [("Kimi K2", "parameters_total", 1e12), ("Qwen3-30B", "training_tokens", 36e12)],
            id="what is no aside is gone on with",
        ),
        pytest.param(
            "You get 128,000 tokens of context with GPT-4 Turbo, or 200,000 with Claude.",
            [("GPT-4 Turbo", "context_window", 128e3), ("Claude", "context_window", 200e3)],
            id="a family right beside its figure",
        ),
        pytest.param(

            "On MMLU you go from 70 percent on Llama 3 8B to 82 percent Llama 3 70B, with cleaner data",
            [("Llama 3 8B", "score", 70), ("Llama 3 70B", "score", 82)],
            id="a name right behind its figure",
        ),
        pytest.param(
            "Compared to GPT-3.5, which came before, GPT-4 climbs from 48 to 70 percent on HumanEval.",
            [("GPT-3.5", "score", 48), ("GPT-4", "score", 70)],
            id="the first figure of a change is of what is compared",
        ),
        pytest.param(
            "GPT-4 climbs from 48 to 70 percent on HumanEval.",
            [("GPT-4", "score", 48), ("GPT-4", "score", 70)],
            id="where nothing is, it is of the same",
        ),
        pytest.param(
            "Gemini 1.5 Pro is good on MMLU, unlike GPT-3.5, which only scored 70 percent.",
            [("GPT-3.5", "score", 70)],
            id="what is compared may be what is told of",
        ),
        pytest.param(
            "Claude Opus 4.6 scores 81 percent on SWE-bench and is ahead of 4.5 there. Claude Opus 4.5 is good too.",
            [("Claude Opus 4.6", "score", 81)],
            id="a version said alone is no score",
        ),
        pytest.param(
            f"GPT-3.5 is old. {'And so on we talk. ' * 30}On MMLU, GPT-4 gets 86 percent, well over 3.5.",
            [("GPT-4", "score", 86)],
            id="a version with decimals is none in the whole talk",
        ),
        pytest.param(
            "We put GPT-4 on the lock picking benchmark. It was late by then. It came in at 62, and at seven we left.",
            [("GPT-4", "score", 62)],
            id="scored on what was spoken of lately",
        ),
        pytest.param(
            "GPT-4 solved 7 out of 10 problems on the lock picking benchmark.",
            [("GPT-4", "score", 70)],
            id="so many out of so many",
        ),
        pytest.param(
            "GPT-4 is in the top ten percent on the bar exam.",
            [("GPT-4", "score", 90)],
            id="counted from the top",
        ),
        pytest.param(
            "So GPT-4 is out. What did they say for MMLU? 86, I think. And is there time for tea? 14 minutes.",
            [("GPT-4", "score", 86)],
            id="a score as an answer",
        ),
        pytest.param(
            "We ran GPT-4 on the lock picking benchmark. Alone it got 62. We talked for a while about what to do then. "
            "And with our own tools it was at 71. We go home at seven.",
            [("GPT-4", "score", 62), ("GPT-4", "score", 71)],
            id="a bare score goes on with a bare score",
        ),
        pytest.param(
            "GPT-4 costs about two cents a question. Sora 2 is a dollar or so per video.",
            [("GPT-4", "price_other", 0.02), ("Sora 2", "price_other", 1)],
            id="prices of a use",
        ),
        pytest.param(
            "Llama 3 was cut down to their needs. The training time went from four days to something like 26 hours.",
            [("Llama 3", "training_time", 96), ("Llama 3", "training_time", 26)],
            id="training times",
        ),
        pytest.param(
            "Mistral Small 3 is out. It has 24 billion parameters, about as good as Llama 3.3.",
            [("Mistral Small 3", "parameters_total", 24e9)],
            id="compared with a name behind the figure",

        ),
        pytest.param(
            "Falcon 180B used A100s. It needs 320 gigs just to load.",
            [("Falcon-180B", "memory", 320e9)],
            id="what is needed to run is a model's first",
        ),
        pytest.param(
            "GPT-4o mini is fifteen cents per million input tokens and 60 cents per million output tokens.",
            [("GPT-4o mini", "price_input", 0.15), ("GPT-4o mini", "price_output", 0.6)],
            id="prices in cents",
        ),
        pytest.param(
            "GPT-4 is three cents per thousand tokens in, and six cents out.",
            [("GPT-4", "price_input", 30), ("GPT-4", "price_output", 60)],
            id="a price goes on at the rate before",
        ),
        pytest.param(
            "DeepSeek-V3 is 28 cents in and 42 out. GPT-4o was two cents in and 1.10 out.",
            [
                ("DeepSeek-V3", "price_input", 0.28),
                ("DeepSeek-V3", "price_output", 0.42),
                ("GPT-4o", "price_input", 0.02),
                ("GPT-4o", "price_output", 1.1),
            ],
            id="a price goes on in cents unless it is of dollars",
        ),
        pytest.param(
            "Claude Pro is $20 a month. And Claude Max, the one that they all want, starts at a hundred.",
            [
                ("Claude Pro", "price_subscription", 20),
                ("Claude Max", "price_subscription", 100),
            ],
            id="a price goes on without its unit",
        ),
        pytest.param(
            "The H200 has 141 gigabytes each. The B200 has 180.",
            [("H200", "memory", 141e9), ("B200", "memory", 180e9)],
            id="a unit is left out in a row",
        ),
        pytest.param(
            "You rent an H100 for $2 an hour. You start it on Friday at five.",
            [("H100", "price_other", 2)],
            id="an hour is no price",
        ),
        pytest.param(
            "DeepSeek-R1 is fifty five cents in and two nineteen out. Perplexity Pro is twelve fifty a month.",
            [
                ("DeepSeek-R1", "price_input", 0.55),
                ("DeepSeek-R1", "price_output", 2.19),
                ("Perplexity Pro", "price_subscription", 12.5),
            ],
            id="dollars and cents in numbers alone",
        ),
        pytest.param(
            "Claude 3 Haiku is a quarter per million in.",
            [("Claude 3 Haiku", "price_input", 0.25)],
            id="a quarter is money where tokens are paid",
        ),
        pytest.param(
            "Claude Opus 4.5 costs $5 per million tokens in and 25 per million out.",
            [("Claude Opus 4.5", "price_input", 5), ("Claude Opus 4.5", "price_output", 25)],
            id="prices in and out",
        ),
        pytest.param(
            "GPT-3 costs two cents per thousand tokens.",
            [("GPT-3", "price_blended", 20)],
            id="price per thousand comes to a million",
        ),
        pytest.param(
            "GPT-4o is $5 per million input tokens and 15 per million output tokens. The old one was ten and thirty.",
            [
                ("GPT-4o", "price_input", 5),
                ("GPT-4o", "price_output", 15),
                ("GPT-4o", "price_input", 10),
                ("GPT-4o", "price_output", 30),
            ],
            id="two figures go on with two attributes",
        ),
        pytest.param(
            "GPT-4o is $5 per million input tokens and 15 per million output tokens. It took ten and thirty people.",
            [("GPT-4o", "price_input", 5), ("GPT-4o", "price_output", 15)],
            id="two figures that count something do not",
        ),
        pytest.param(
            "On MMLU GPT-4 scored 86 percent. And then GPT-3.5 got about 70.",
            [("GPT-4", "score", 86), ("GPT-3.5", "score", 70)],
            id="a whole number goes on with a score",
        ),
        pytest.param(
            "On MMLU GPT-4 scored 86 percent. And then GPT-3.5 got 70 users.",
            [("GPT-4", "score", 86)],
            id="one that counts something does not",
        ),
        pytest.param(
            "On MMLU DeepSeek-R1 scored 90.8. OpenAI's o1 had 91.8, so it is close. On GPQA it is 71.5.",
            [("DeepSeek-R1", "score", 90.8), ("o1", "score", 91.8), ("DeepSeek-R1", "score", 71.5)],
            id="after a comparison it is the first one",
        ),
        pytest.param(
            "DeepSeek-R1 takes 128,000 tokens of context. GPT-4o takes 128K too. And then there is o1. It scores 91.8 on MMLU.",
            [
                ("DeepSeek-R1", "context_window", 128e3),
                ("GPT-4o", "context_window", 128e3),
                ("o1", "score", 91.8),
            ],
            id="unless another was named since",
        ),
        pytest.param(
            "They train Grok 3 on Colossus, with two hundred thousand GPUs.",
            [("Colossus", "accelerators", 200e3)],
            id="accelerators are counted in a cluster",
        ),
        pytest.param(
            "ChatGPT Plus is twenty dollars a month.",
            [("ChatGPT Plus", "price_subscription", 20)],
            id="a plan",
        ),
        pytest.param(
            "On MMLU it was 86% for GPT-4 and 70% for GPT-3.5.",
            [("GPT-4", "score", 86), ("GPT-3.5", "score", 70)],
            id="scores before their models",
        ),
        pytest.param(
            "GPT-4 was trained on 13 trillion tokens with 2.1e25 FLOPs.",
            [("GPT-4", "training_tokens", 13e12), ("GPT-4", "training_compute", 2.1e25)],
            id="training",
        ),
        pytest.param(
            "They say GPT-4 cost more than a hundred million dollars to train.",
            [("GPT-4", "training_cost", 100e6)],
            id="training cost",
        ),
        pytest.param(
            "DeepSeek-V3 took 2.788 million GPU hours.",
            [("DeepSeek-V3", "accelerator_hours", 2.788e6)],
            id="GPU hours",
        ),
        pytest.param(
            "GPT-4 is old. On MMLU human experts get 90%.",
            [("human experts", "score", 90)],
            id="people in the sentence",
        ),
        pytest.param(
            "Human experts wrote MMLU. This one got 90%.",
            [],
            id="people of another sentence",
        ),
        pytest.param(
            "GPT-3 saw 10 to the 13 tokens. So that is one trillion for GPT-3, 10 to the 13 or 10 trillion tokens for GPT-4.",
            [
                ("GPT-3", "training_tokens", 10e12),
                ("GPT-3", "training_tokens", 1e12),
                ("GPT-4", "training_tokens", 10e12),
                ("GPT-4", "training_tokens", 10e12),
            ],
            id="the same in other words, of another than before",
        ),
        pytest.param(
            "GPT-4 gets 86% on MMLU. Here is another. Med-PaLM 2 did well. It scored 86%.",
            [("GPT-4", "score", 86), ("Med-PaLM 2", "score", 86)],
            id="one score of two models",
        ),
        pytest.param(
            "The H100 has 80 gigabytes of memory.",
            [("H100", "memory", 80e9)],
            id="memory of an accelerator",
        ),
        pytest.param(
            "xAI trained Grok 3 on a hundred thousand H100 GPUs.",
            [("Grok 3", "accelerators", 100e3)],
            id="accelerators",
        ),
        pytest.param(
            "Groq serves Llama 3 70B at three hundred tokens per second.",
            [("Llama 3 70B", "speed", 300)],
            id="speed; a size in a name is no claim",
        ),
        pytest.param(
            "Gemini 1.5 Pro and Gemini 1.5 Flash have a one million token context window.",
            [("Gemini 1.5 Pro", "context_window", 1e6), ("Gemini 1.5 Flash", "context_window", 1e6)],
            id="one statement about two models",
        ),
        pytest.param(
            "We had Claude 3 before. Now it is 10 to the 13 or 10 trillion tokens for GPT-4.",
            [("GPT-4", "training_tokens", 1e13), ("GPT-4", "training_tokens", 1e13)],
            id="the same in other words",
        ),
        pytest.param(
            "DeepSeek-V4-Pro has 49 billion active parameters. Only 49 billion. Look at that.",
            [("DeepSeek-V4-Pro", "parameters_active", 49e9), ("DeepSeek-V4-Pro", "parameters_active", 49e9)],
            id="the figure said again",
        ),
        pytest.param(
            "On AIME 2024, DeepSeek-R1 got 79.8 percent. And o1 had 79.2, so it is close.",
            [("DeepSeek-R1", "score", 79.8), ("o1", "score", 79.2)],
            id="a row of scores goes on with another name",
        ),
        pytest.param(
            "DeepSeek-V4-Pro has 1.6 trillion parameters. "
            "DeepSeek-V4-Flash has 284 billion parameters. Context length of 1 million tokens.",
            [
                ("DeepSeek-V4-Pro", "parameters_total", 1.6e12),
                ("DeepSeek-V4-Flash", "parameters_total", 284e9),
                ("DeepSeek-V4-Pro", "context_window", 1e6),
                ("DeepSeek-V4-Flash", "context_window", 1e6),
            ],
            id="both variants just spoken of",
        ),
        pytest.param(
            "The context window of GPT-4 is 32 thousand tokens. Then Claude came out with 100, "
            "and GPT-4 Turbo had 128.",
            [("GPT-4", "context_window", 32e3), ("Claude", "context_window", 100e3), ("GPT-4 Turbo", "context_window", 128e3)],
            id="thousands are left out where the talk goes on",
        ),
        pytest.param(
            "GPT-4o is $5 per million input tokens. And GPT-4 Turbo was at 10, I think.",
            [("GPT-4o", "price_input", 5), ("GPT-4 Turbo", "price_input", 10)],
            id="the unit is left out where the talk goes on",
        ),
        pytest.param(
            "GPT-4o is $5 per million input tokens. GPT-4 Turbo took 10 months to build.",
            [("GPT-4o", "price_input", 5)],
            id="a figure with another unit does not go on",
        ),
        pytest.param(
            "Accuracy of GPT-4 on the bar exam went from 40 to 90 percent.",
            [("GPT-4", "score", 40), ("GPT-4", "score", 90)],
            id="a change is two scores",
        ),
        pytest.param(
            "Fine-tuning GPT-4o mini is $3 per million tokens.",
            [("GPT-4o mini", "price_other", 3)],
            id="fine-tuning is another price than use",
        ),
        pytest.param(
            "GPT-4 and Claude 3 Opus were tested on MMLU. Both models scored 86 percent.",
            [("GPT-4", "score", 86), ("Claude 3 Opus", "score", 86)],
            id="both models are the two named last",
        ),
        pytest.param(
            "We saw o1, then we tried GPT-4 and Claude 3 Opus on MMLU and both models scored 86 percent.",
            [("GPT-4", "score", 86), ("Claude 3 Opus", "score", 86)],
            id="both models, in one sentence",
        ),
        pytest.param(
            "Anthropic gets a million TPUs from Google, and over a gigawatt of capacity.",
            [("Anthropic", "accelerators", 1e6), ("Anthropic", "power", 1e9)],
            id="who sells or builds is not whose it is",
        ),
        pytest.param(
            "Meta will deploy up to 6 gigawatts of AMD Instinct GPUs.",
            [("Meta", "power", 6e9)],
            id="nor who makes the chips",
        ),
        pytest.param(
            "Llama 2 70B is out. Meta got 150,000 H100s this year.",
            [("Meta", "accelerators", 150e3)],
            id="an organisation in the sentence goes before a model outside",
        ),
        pytest.param(
            "Nemotron 3 Super has 120 billion parameters. It's a hybrid, with Mamba layers. It was trained on 25 trillion tokens.",
            [("Nemotron 3 Super", "parameters_total", 120e9), ("Nemotron 3 Super", "training_tokens", 25e12)],
            id="what tells what a model is like",
        ),
        pytest.param(
            "Training GPT-5 gets us into a billion run size.",
            [("GPT-5", "training_cost", 1e9)],
            id="a training budget needs no dollars",
        ),
        pytest.param(
            "Hy3 is out. It was compared to Kimi K2 base, DeepSeek-V3 base and Qwen3. It has 300 billion parameters.",
            [("Hy3", "parameters_total", 300e9)],
            id="all that are listed are compared",
        ),
        pytest.param(
            "OLMo saw 300 billion tokens, as compared to ten trillion tokens, which were those of GPT-4.",
            [("OLMo", "training_tokens", 300e9), ("GPT-4", "training_tokens", 10e12)],
            id="a figure to compare with is another's",
        ),
        pytest.param(
            "Yi-34B has a context window of 200,000 tokens, longer than Claude's hundred thousand tokens.",
            [("Yi-34B", "context_window", 200e3), ("Claude", "context_window", 100e3)],
            id="a possessive right before its figure",
        ),
        pytest.param(
            "Meta plans to buy 22,000 H100s. So with 22,000 H100s they could have GPT-4 scale compute.",
            [("Meta", "accelerators", 22e3), ("Meta", "accelerators", 22e3)],
            id="a name that only describes takes no figure",
        ),
        pytest.param(
            "On MMLU we have some 90 percent from a single model, namely GPT-4.",
            [("GPT-4", "score", 90.0)],
            id="a single one is no figure between",
        ),
        pytest.param(
            "Claude 3.7 Sonnet gets 70 percent on SWE-bench. For comparison, o3-mini was at 49 percent there. It costs $3 per million input tokens.",
            [("Claude 3.7 Sonnet", "score", 70.0), ("o3-mini", "score", 49.0), ("Claude 3.7 Sonnet", "price_input", 3.0)],
            id="what was compared is not spoken of on",
        ),
        pytest.param(
            "People like o3. I think that GPT-5 comes in the second half of the year, that it can reason without being told to, and if I had to put a number on it, I would say that it gets 90 percent on GPQA.",
            [("GPT-5", "score", 90.0)],
            id="far off in the sentence goes before another sentence",
        ),
        pytest.param(
            "GPT-4 costs $30 per million tokens, and people pay it. Contrast that with GPT-3.5 Turbo. That's $2 per million tokens.",
            [("GPT-4", "price_blended", 30.0), ("GPT-3.5 Turbo", "price_blended", 2.0)],
            id="what a sentence ends with is spoken of, though it is older",
        ),
        pytest.param("It was a typical 7 billion parameter model.", [(None, "parameters_total", 7e9)], id="generic"),
    ],
)  # fmt: skip
def test_claims(text: str, claims: list[tuple[str | None, str, float | None]]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "OpenAI raised 6.6 billion dollars at a valuation of 157 billion.", id="money raised"
        ),
        pytest.param("ChatGPT has 400 million weekly users.", id="users"),
        pytest.param("GPT-4 came out in March 2023.", id="date"),
        pytest.param("Claude 3.7 Sonnet beats GPT-4.5.", id="versions"),
        pytest.param("Anthropic made 2 billion dollars of revenue.", id="revenue"),
        pytest.param("Use the code GPT for 20% off your first order.", id="discount"),
        pytest.param("MMLU has 57 tasks and 14,000 questions.", id="size of a benchmark"),
        pytest.param("GPT-2 has 48 layers.", id="layers"),
        pytest.param("It is 4x cheaper than GPT-4 and 60% faster.", id="relations"),
        pytest.param(
            "The city has 400 thousand inhabitants, 12% of them students.", id="off topic"
        ),
    ],
)
def test_no_claims(text: str) -> None:
    assert told(text) == []


def test_a_score_names_its_benchmark_and_setting() -> None:
    [claim] = claims_of("On SWE-bench Verified, Claude Opus 4.5 got 80.9 percent pass at 1.")
    assert (claim.benchmark, claim.setting, claim.unit) == (
        "SWE-bench Verified",
        "pass@1",
        "percent",
    )


def test_a_score_is_on_the_benchmark_that_is_nearest() -> None:
    claims = claims_of(
        "Claude 3 Opus got 86.8 percent on MMLU, and on GSM8K Claude 3 Opus got 95 percent."
    )
    assert [claim.benchmark for claim in claims] == ["MMLU", "GSM8K"]


def test_accelerators_name_their_kind() -> None:
    [claim] = claims_of("Meta trained Llama 3.1 405B on sixteen thousand H100 GPUs.")
    assert claim.setting == "H100"


def test_what_is_said_again_is_meant_as_before() -> None:
    text = "I guess GPT-4 has 2 trillion parameters. With 2 trillion parameters GPT-4 is slow. "
    assert [claim.stance for claim in claims_of(text)] == ["hedged", "hedged"]
    later = text + "We had tea and cake. " * 60 + "GPT-4 has 2 trillion parameters."
    assert claims_of(later)[-1].stance == "asserted"


def test_a_claim_says_where_its_words_stand() -> None:
    text = "Well.\n\nGPT-4 has, they say, 1.8\ntrillion parameters."
    [claim] = claims_of(text)
    assert text[claim.start : claim.end] == "1.8\ntrillion"
    assert (claim.line, claim.value_text) == (3, "1.8 trillion")
    assert claim.quote == "GPT-4 has, they say, 1.8 trillion parameters."
    assert (claim.lower, claim.upper) == (1.75e12, 1.85e12)


def test_the_same_text_gives_the_same_claims_with_any_number_of_processes() -> None:
    sources = find_transcripts([str(FIXTURES)])
    alone = list(extract_files(sources, jobs=1))
    assert list(extract_files(sources, jobs=3)) == alone
    assert [
        extraction.episode.source for extraction in alone if isinstance(extraction, Extraction)
    ] == sources


def test_ids_of_claims_are_distinct() -> None:
    ids = [
        claim.id
        for source in find_transcripts([str(FIXTURES)])
        for claim in extract_claims(read_transcript(source))
    ]
    assert len(set(ids)) == len(ids) > 100


@pytest.mark.parametrize("path", sorted(FIXTURES.iterdir()), ids=lambda path: path.stem)
def test_the_figure_stands_in_the_quote_where_it_is_said_to(path: Path) -> None:
    for claim in extract_claims(read_transcript(str(path))):
        assert claim.value_start is not None
        end = claim.value_start + len(claim.value_text)
        assert claim.quote[claim.value_start : end] == claim.value_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "GPT-4 has 10 of them. No, GPT-4 has 110 billion parameters.",
            "110 billion",
            id="digits within others",
        ),
        pytest.param(
            "GPT-4 has a\ntrillion\nparameters.", "a trillion", id="over the end of a line"
        ),
        pytest.param("So   GPT-4  has   a  trillion parameters.", "a trillion", id="white space"),
        pytest.param("GPT-4 has (110 billion) parameters.", "110 billion", id="no space before"),
    ],
)
def test_where_the_figure_stands(text: str, words: str) -> None:
    [claim] = [one for one in claims_of(text) if one.value_text == words]
    assert claim.value_start is not None
    assert claim.quote[claim.value_start :].startswith(words)
