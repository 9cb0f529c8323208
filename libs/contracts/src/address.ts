import type { Endpoint } from './endpoint.js';

const PARAMETER = /:([A-Za-z][A-Za-z0-9]*)/g;

/** The names of a path's parameters, in their order: `/cases/:id/files/:sha256` has `id` and `sha256`. */
export function parametersOf(path: string): string[] {
  return [...path.matchAll(PARAMETER)].map((match) => match[1] ?? '');
}

/** A path with something else in the place of each parameter. @param fill gets the parameter's name */
export function fillPath(path: string, fill: (name: string) => string): string {
  return path.replace(PARAMETER, (_, name: string) => fill(name));
}

interface Filling {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The address of an endpoint.
 * @param endpoint whose path it is
 * @param filling path parameters and query; undefined query values are left out
 * @returns path and query from `/api` on
 */
export function pathOf({ path }: Pick<Endpoint, 'path'>, { params = {}, query = {} }: Filling = {}): string {
  const told = Object.entries(query).filter(([, value]) => value !== undefined);
  const tail = new URLSearchParams(told.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return `/api${fillPath(path, (name) => encodeURIComponent(String(params[name])))}${tail && `?${tail}`}`;
}
