import { withSystem } from "@/db/system";
import { removeFiles } from "@/lib/media/remove-files";

const KEPT = "interval '1 day'";
const AT_ONCE = 200;

/** Uploads that no message carries go after a day, with what broke off while it came. Answers whether there is more. */
export async function dropOrphanedUploads(): Promise<boolean> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<{ storage_key: string }>(
      // One that a message takes up just now is locked, and left alone.
      `delete from uploads u using (
         select tenant_id, id from uploads o
         where o.created_at < now() - ${KEPT}
           and not exists (select from media m where m.tenant_id = o.tenant_id and m.upload_id = o.id)
         order by o.created_at limit ${AT_ONCE} for update skip locked) as old
       where u.tenant_id = old.tenant_id and u.id = old.id
       returning u.storage_key`,
    ),
  );
  await removeFiles(rows.map((row) => row.storage_key));
  return rows.length === AT_ONCE;
}
