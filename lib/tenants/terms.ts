/** The version of the terms that a sign-up accepts; raise it whenever their text changes. */
export const TERMS_VERSION = "2026-11";
