import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Visibility, visibilities } from "@/lib/auth/types";
import { makeConversation } from "@/test/conversations";
import { makeMember, makeTenant } from "@/test/factories";
import { maySee, visibleTo } from "./visibility";

const table: {
  visibility: Visibility;
  where: "own" | "other" | "none";
  whose: "mine" | "colleague" | "nobody" | "nobody, asleep";
  sees: boolean;
}[] = visibilities.flatMap((visibility) =>
  (["own", "other", "none"] as const).flatMap((where) =>
    (["mine", "colleague", "nobody", "nobody, asleep"] as const).map((whose) => ({
      visibility,
      where,
      whose,
      sees:
        visibility === "all" ||
        whose === "mine" ||
        (where !== "other" && (visibility === "department" || whose.startsWith("nobody"))),
    })),
  ),
);

test("the rule in words, the rule in SQL and the table agree in every cell", async () => {
  const tenant = await makeTenant({ channel: true });
  const [own, other] = tenant.departments;
  const me = tenant.agent;
  const colleague = await makeMember(tenant, { role: "agent", departmentIds: [own.id] });
  for (const { visibility, where, whose, sees } of table) {
    const departmentId = { own: own.id, other: other.id, none: null }[where];
    const assigneeId = { mine: me.id, colleague: colleague.id, nobody: null, "nobody, asleep": null }[whose];
    const state = whose === "nobody, asleep" ? "snoozed" : assigneeId ? "open" : "queued";
    const { id } = await makeConversation(tenant, { departmentId, assigneeId, state });
    const asker = { ...me, visibility };
    const cell = `${visibility}, ${where} department, ${whose}`;
    expect(maySee(asker, { departmentId, assigneeId, state }), cell).toBe(sees);
    const rows = await withTenant(asker, (tx) =>
      tx
        .select({ id: conversations.id })
        .from(conversations)
        .where(and(eq(conversations.id, id), visibleTo(asker))),
    );
    expect(rows.length === 1, cell).toBe(sees);
  }
});
