import { and, eq, gt, isNull } from "drizzle-orm";
import * as z from "zod";
import { tokens } from "@/db/schema";
import { roles } from "@/lib/auth/types";

/** What an invitation grants, as kept with its link. */
export const Grant = z.object({
  role: z.enum(roles),
  departmentIds: z.array(z.uuid()),
  /** `member:<id>`, `api_key:<id>` or `system:<doing>`. */
  invitedBy: z.string(),
});

/** Neither used nor expired. */
export const isOpenInvitation = () =>
  and(eq(tokens.kind, "invitation"), isNull(tokens.usedAt), gt(tokens.expiresAt, new Date()));
