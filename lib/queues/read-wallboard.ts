import { and, asc, eq } from "drizzle-orm";
import type * as z from "zod";
import { departments, queues } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { inOneTrip, type Transaction } from "@/db/transaction";
import { type Actor, authorize, can } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { expectedWait } from "@/lib/routing";
import { workloadOf } from "@/lib/workload";
import type { WorkloadSettings } from "@/lib/workload/types";
import { readAgents } from "./agents";
import { dayOf } from "./day";
import { readFirstReplies } from "./first-replies";
import { type PresentQueue, readPresentQueues } from "./present";
import { type PromisesOfDepartment, readPromises } from "./promises";
import { readDepth } from "./read-depth";
import type { ReadWallboard } from "./schemas";
import { inScope } from "./scope";
import type { QueueFigures, Wallboard, WallboardTotals } from "./types";
import { listRecentWaits, type Wait } from "./waits";

type Input = z.output<typeof ReadWallboard.input>;

/** The queues as the asker may see them; people only for whoever may watch them. */
export async function readWallboard(
  actor: Actor,
  { departmentId, timeZone }: Input,
  now = new Date(),
): Promise<Wallboard> {
  authorize(actor, "queues.read");
  const day = dayOf(now, timeZone);
  return withTenant(actor, async (tx) => {
    const known = await listKnown(tx, actor);
    if (departmentId !== undefined && !known.some(({ id }) => id === departmentId)) {
      throw new NotFoundError("department");
    }
    const workload = await workloadOf(tx, actor);
    const [present, waits, promises, depth, firstReplies, firstRepliesLastWeek, agents] = await inOneTrip(
      readPresentQueues(tx, actor),
      listRecentWaits(tx, actor, now),
      readPromises(tx, actor, { start: day.start, now }),
      readDepth(tx, actor, departmentId, now),
      readFirstReplies(tx, actor, departmentId, { from: day.start, to: now }),
      readFirstReplies(tx, actor, departmentId, { from: day.lastWeek, to: day.lastWeekNow }),
      can(actor, "queues.watch") ? readAgents(tx, actor, { departmentId, start: day.start, workload }) : null,
    );
    const read: Read = { present, waits, promises };
    return {
      at: now.toISOString(),
      timeZone,
      agingMinutes: workload.agingMinutes,
      weights: weightsOf(workload),
      totals: {
        ...totalsOf(narrowed(read, departmentId)),
        waitingBefore: depth.waitingBefore,
        firstReplies,
        firstRepliesLastWeek,
      },
      queues: queuesOf(known, read),
      agents,
      depth: depth.points,
    };
  });
}

type Known = { id: string; name: string; mode: QueueFigures["mode"] };
type Read = { present: PresentQueue[]; waits: Wait[]; promises: PromisesOfDepartment[] };

async function listKnown(tx: Transaction, actor: Actor): Promise<Known[]> {
  const rows = await tx
    .select({ id: departments.id, name: departments.name, mode: queues.mode })
    .from(departments)
    .leftJoin(queues, and(eq(queues.tenantId, departments.tenantId), eq(queues.departmentId, departments.id)))
    .where(eq(departments.tenantId, actor.tenantId))
    .orderBy(asc(departments.name));
  return rows.filter(({ id }) => inScope(actor, id)).map((row) => ({ ...row, mode: row.mode ?? "manual" }));
}

function narrowed(read: Read, departmentId: string | undefined): Read {
  if (departmentId === undefined) return read;
  const only = <T extends { departmentId: string | null }>(rows: T[]) =>
    rows.filter((row) => row.departmentId === departmentId);
  return { present: only(read.present), waits: only(read.waits), promises: only(read.promises) };
}

/** Departments by name, and last what belongs to none. */
function queuesOf(known: Known[], read: Read): QueueFigures[] {
  const nobodys = read.present.some(({ departmentId, waiting, open }) => departmentId === null && waiting + open > 0);
  const all = [...known, ...(nobodys ? [{ id: null, name: null, mode: "manual" as const }] : [])];
  return all.map(({ id, name, mode }) => {
    const of = (row: { departmentId: string | null }) => row.departmentId === id;
    const present = read.present.find(of);
    const { kept, ended } = read.promises.find(of) ?? { kept: 0, ended: 0 };
    return {
      ...{ departmentId: id, name, mode },
      waiting: present?.waiting ?? 0,
      oldestSince: present?.oldestSince?.toISOString() ?? null,
      expected: expectedWait(read.waits.filter(of).map(({ seconds }) => seconds)),
      open: present?.open ?? 0,
      promises: { kept, ended },
    };
  });
}

type Counted = Pick<WallboardTotals, "waiting" | "oldest" | "expected" | "atRisk" | "missedToday">;

function totalsOf({ present, waits, promises }: Read): Counted {
  const sum = <T>(rows: T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0);
  const oldest = present
    .flatMap(({ oldestSince, departmentId }) =>
      oldestSince ? [{ since: oldestSince.toISOString(), departmentId }] : [],
    )
    .toSorted((one, other) => one.since.localeCompare(other.since))[0];
  return {
    waiting: sum(present, ({ waiting }) => waiting),
    oldest: oldest ?? null,
    expected: expectedWait(waits.map(({ seconds }) => seconds)),
    atRisk: sum(promises, ({ atRisk }) => atRisk),
    missedToday: sum(promises, ({ missedToday }) => missedToday),
  };
}

function weightsOf({ waitingOnUsPercent, waitingOnCustomerPercent, snoozedPercent }: WorkloadSettings) {
  return { waitingOnUs: waitingOnUsPercent, waitingOnCustomer: waitingOnCustomerPercent, snoozed: snoozedPercent };
}
