-- The cheapest models with a context window of a million tokens; without a known price, last.
SELECT subject, context_window, price_input, price_output, doubtful
FROM models
WHERE context_window >= 1_000_000
ORDER BY price_input + 3 * price_output NULLS LAST, subject;
