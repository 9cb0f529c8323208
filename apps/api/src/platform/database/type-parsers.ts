import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

type Parse = (text: string) => unknown;

const instantOf = pg.types.getTypeParser(TIMESTAMPTZ, 'text') as Parse;

/** An instant as every connection of ours tells it, in UTC and of a year of four digits; whatever else, as the driver reads it. */
function utcInstant(text: string): unknown {
  return text.endsWith('+00') && text[4] === '-' ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : instantOf(text);
}

/** bigint as number (counts and sequences stay far below 2^53), `date` as its ISO text: a date of the law has no time zone. */
function parserOf(oid: number, format?: 'text' | 'binary'): Parse {
  if (format !== 'binary' && oid === INT8) return Number;
  if (format !== 'binary' && oid === DATE) return (text) => text;
  if (format !== 'binary' && oid === TIMESTAMPTZ) return utcInstant;
  return pg.types.getTypeParser(oid, format as 'text') as Parse;
}

export const TYPE_PARSERS = { getTypeParser: parserOf } as const;
