-- What version $b has otherwise than version $a, with title, show and day of the episodes that
-- came between and speak of it.
SELECT
    kind, subject, attribute, benchmark, setting,
    before, before_low, before_high, before_unit, before_qualifier, before_status,
    after, after_low, after_high, after_unit, after_qualifier, after_status,
    (
        SELECT list(
            {'title': coalesce(e.title, regexp_extract(e.source, '[^/\\]*$')),
             'show': e."show", 'published': e.published}
            ORDER BY e.published NULLS LAST, e.id
        )
        FROM episodes e
        WHERE list_contains(d.because, e.id)
    ) AS because
FROM leaderboard_diff($a, $b) d
