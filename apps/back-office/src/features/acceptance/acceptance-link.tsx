import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { deemedQuery, overridesQuery } from './acceptance.queries.js';

/** 督查台's way to what the counters left unanswered: requests that wait, and what silence accepted. */
export function AcceptanceLink() {
  const overrides = useInfiniteQuery(overridesQuery).data?.pages[0]?.total;
  const deemed = useInfiniteQuery(deemedQuery).data?.pages[0]?.total;
  return (
    <Link className="ow-link bo-acceptance-link" to={`/acceptance?section=${(overrides ?? 0) > 0 ? 'overrides' : 'deemed'}`}>
      {`受理：待放行 ${overrides ?? '–'}·视为受理 ${deemed ?? '–'}`}
    </Link>
  );
}
