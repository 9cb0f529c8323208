/** HttpOnly cookie with the session's random token; the database keeps only its hash. */
export const SESSION_COOKIE = 'ow_session';
