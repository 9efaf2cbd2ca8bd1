import { type IdentityBook, moveRow, rowsOfContact } from "./book";
import { joinPeriods } from "./periods";
import { noteProfile } from "./profile";

/** Two contacts turned out to be one: what is known of the second goes to the first. */
export function mergeInBook(book: IdentityBook, keptId: string, goneId: string): void {
  for (const row of rowsOfContact(book, goneId)) moveRow(book, row, keptId);
  joinPeriods(book, keptId);
  const gone = book.profiles.get(goneId);
  if (gone) noteProfile(book, keptId, gone);
  book.profiles.delete(goneId);
  book.mergedInto.set(goneId, keptId);
}
