import type { Notice } from "@/lib/notifications/types";

const KEPT = "parley.told";
const MOST_KEPT = 100;

type Surroundings = {
  storage: Pick<Storage, "getItem" | "setItem">;
  /** One tab at a time; without locks each for itself, which at worst tells of something twice. */
  locked: <T>(work: () => T) => Promise<T>;
};

/** Of several tabs that hear of something, the first has it to tell. */
export async function claimNotice(
  notice: Notice,
  memberId: string,
  { storage, locked }: Surroundings,
): Promise<boolean> {
  const name = `${memberId} ${notice.cursor} ${notice.kind} ${notice.conversationId}`;
  return locked(() => {
    const told: string[] = JSON.parse(storage.getItem(KEPT) ?? "[]");
    if (told.includes(name)) return false;
    storage.setItem(KEPT, JSON.stringify([...told, name].slice(-MOST_KEPT)));
    return true;
  });
}

export const amongTabs: () => Surroundings = () => ({
  storage: localStorage,
  locked: async (work) => ("locks" in navigator ? navigator.locks.request("parley.told", async () => work()) : work()),
});
