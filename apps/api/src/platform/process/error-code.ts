/** The `code` of an error of Node or of the database's driver. By shape: errors of the runtime may come from another realm than ours. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
