/** What a plan stands on: queues, agents and desks as they are at one moment. Times in milliseconds, work in percent. */
import type { Priority } from "@/lib/conversations/types";
import type { RoutingMode } from "@/lib/routing/types";

export type Queued = {
  id: string;
  departmentId: string;
  priority: Priority;
  queuedSinceMs: number;
  /** When it was given back by somebody who went. */
  returnedAtMs: number | null;
  isWaitingOnUs: boolean;
  skillIds: string[];
  language: string | null;
  lastAssigneeId: string | null;
  /** Who declined it or let it lie, and when they last did, since it came into the queue. */
  passedAtMs: Readonly<Record<string, number>>;
  hasOverflowed: boolean;
  /** Somebody is being asked: it keeps its place meanwhile. */
  isOffered: boolean;
};

export type Agent = {
  id: string;
  isOnline: boolean;
  departmentIds: string[];
  capacityPercent: number;
  loadPercent: number;
  skillIds: string[];
  /** None: any. */
  languages: string[];
  lastAssignedAtMs: number | null;
  hasOffer: boolean;
  /** In a plan: somebody who stands ahead waits until they have more room. */
  isAwaited?: boolean;
};

/** How a department gives out its work. */
export type Desk = {
  departmentId: string;
  mode: RoutingMode;
  offerMs: number;
  stickyMs: number;
  overflowMs: number | null;
  overflowDepartmentId: string | null;
  returnMs: number | null;
  unansweredMs: number | null;
  mayExceedCapacity: boolean;
  skillIds: string[];
  languages: string[];
};

export type Desks = ReadonlyMap<string, Desk>;

/** What counts as how much work, and how fast waiting counts as priority. */
export type Workload = {
  capacityPercent: number;
  waitingOnUsPercent: number;
  waitingOnCustomerPercent: number;
  snoozedPercent: number;
  agingMs: number;
};
