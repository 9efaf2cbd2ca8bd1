import { isUuid } from "@/lib/ids";
import { memberLists, type QueueList, queueLists } from "@/lib/queues/types";

/** Which conversations stand beside the figures. */
export type QueueAsked = {
  list: QueueList;
  /** A department's id, `none` for what belongs to none; null: all. */
  departmentId: string | null;
  memberId: string | null;
};

/** What the board's URL says. */
export type BoardPlace = {
  /** Whose figures: a department's, or all. */
  departmentId: string | null;
  asked: QueueAsked;
  tv: "dark" | "light" | null;
};

type Params = { get: (name: string) => string | null };

export function readBoardPlace(params: Params): BoardPlace {
  const departmentId = uuidOf(params.get("department"));
  const memberId = uuidOf(params.get("agent"));
  const line = params.get("line");
  const isOfMember = (list: QueueList) => memberLists.includes(list);
  const named = queueLists.find((list) => list === params.get("list") && isOfMember(list) === (memberId !== null));
  const tv = params.get("tv");
  return {
    departmentId,
    asked: {
      list: named ?? (memberId ? "agent" : "line"),
      departmentId: memberId ? null : line === "none" || line === "all" ? lineOf(line) : (uuidOf(line) ?? departmentId),
      memberId,
    },
    tv: tv === "1" ? "dark" : tv === "light" ? "light" : null,
  };
}

export function queryOfPlace({ departmentId, asked, tv }: BoardPlace): string {
  const query = new URLSearchParams();
  if (departmentId) query.set("department", departmentId);
  if (asked.memberId) query.set("agent", asked.memberId);
  else if (asked.departmentId !== departmentId) query.set("line", asked.departmentId ?? "all");
  if (asked.list !== "line" && asked.list !== "agent") query.set("list", asked.list);
  if (tv) query.set("tv", tv === "dark" ? "1" : "light");
  return query.size === 0 ? "" : `?${query}`;
}

function lineOf(line: "none" | "all"): "none" | null {
  return line === "none" ? "none" : null;
}

function uuidOf(value: string | null): string | null {
  return isUuid(value) ? value : null;
}
