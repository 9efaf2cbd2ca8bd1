import { and, isNull, ne } from "drizzle-orm";
import { dataKeys } from "@/db/schema";
import { withSystem } from "@/db/system";
import { masterKey } from "./master";

/**
 * With another key nothing that is sealed would open, and what is sealed from now on would not open with the right one.
 * @throws {Error} saying so
 */
export async function ensureMasterKeyIsTheSame(): Promise<void> {
  const [other] = await withSystem((tx) =>
    tx
      .select({ id: dataKeys.id })
      .from(dataKeys)
      .where(and(isNull(dataKeys.retiredAt), ne(dataKeys.masterKeyId, masterKey().id)))
      .limit(1),
  );
  if (!other) return;
  throw new Error(
    "PARLEY_MASTER_KEY is not the key that this database was sealed with. Start with the one it was set up with.",
  );
}
