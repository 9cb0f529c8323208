import { v7 } from 'uuid';

/** A new UUIDv7: ids order by time. */
export function newId(): string {
  return v7();
}
