SELECT * FROM fact_claims ORDER BY episode, claim
