/** Largest file that is sent in one piece. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
