import { createHash } from 'node:crypto';

/** SHA-256 over what was asked for: the endpoint and its validated input. Key order is that of the schema, so it is stable. */
export function requestHash(endpoint: string, input: unknown): string {
  return createHash('sha256').update(endpoint).update('\n').update(JSON.stringify(input)).digest('hex');
}
