import type { IdentityBook } from "./book";

export type SeenProfile = { profileName: string | null; profileNameAtMs: number | null; username: string | null };

/** The newest name by Meta's time wins, whatever arrives last; of two at the same time, the same one in any order. */
export function noteProfile(book: IdentityBook, contactId: string, seen: SeenProfile): void {
  const profile = book.profiles.get(contactId);
  if (!profile) return;
  const atMs = seen.profileNameAtMs ?? 0;
  const knownAtMs = profile.profileNameAtMs ?? -1;
  const isNewer = atMs > knownAtMs || (atMs === knownAtMs && (seen.profileName ?? "") > (profile.profileName ?? ""));
  if (seen.profileName !== null && isNewer) {
    profile.profileName = seen.profileName;
    profile.profileNameAtMs = atMs;
    profile.username = seen.username ?? profile.username;
  } else {
    profile.username ??= seen.username;
  }
}
