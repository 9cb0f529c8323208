import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

type Parse = (text: string) => unknown;

/** bigint as number (counts and sequences stay far below 2^53), `date` as its ISO text: a date of the law has no time zone. */
function parserOf(oid: number, format?: 'text' | 'binary'): Parse {
  if (format !== 'binary' && oid === INT8) return Number;
  if (format !== 'binary' && oid === DATE) return (text) => text;
  return pg.types.getTypeParser(oid, format as 'text') as Parse;
}

export const TYPE_PARSERS = { getTypeParser: parserOf } as const;
