SELECT * FROM derivations ORDER BY episode, claim
