import type { AvailabilityState } from "@/lib/availability/types";
import { foldText } from "@/lib/text";
import type { TransferTarget } from "./use-set-aside";

type MemberFacts = { id: string; name: string; status: string; availability: AvailabilityState };
type DepartmentFacts = { id: string; name: string };

export type Choice = TransferTarget & { id: string } & (
    | { kind: "member"; availability: AvailabilityState }
    | { kind: "department" }
  );

type From = { memberId: string | null; departmentId: string | null };

/** To whom a conversation can go, as far as their name fits what is typed: members, then departments. */
export function transferChoices(
  members: readonly MemberFacts[],
  departments: readonly DepartmentFacts[],
  { memberId, departmentId }: From,
  text: string,
): Choice[] {
  const wanted = foldText(text.trim());
  const fits = ({ name }: { name: string }) => foldText(name).includes(wanted);
  return [
    ...members
      .filter(({ id, status }) => status === "active" && id !== memberId)
      .filter(fits)
      .map(({ id, name, availability }) => ({ kind: "member" as const, id, memberId: id, name, availability })),
    ...departments
      .filter(({ id }) => id !== departmentId || memberId !== null)
      .filter(fits)
      .map(({ id, name }) => ({ kind: "department" as const, id, departmentId: id, name })),
  ];
}
