"use client";

import { useQuery } from "@tanstack/react-query";
import { Timer } from "lucide-react";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { ManagedList } from "@/components/settings/managed-list";
import { Tag } from "@/components/ui/tag";
import type { DeleteServiceLevelPolicy } from "@/lib/service-levels/schemas";
import type { ServiceLevelPolicy } from "@/lib/service-levels/types";
import { MINUTE } from "@/lib/time";
import { PolicyDialog } from "./policy-dialog";
import { policiesKey, policiesQuery } from "./queries";

export function PoliciesScreen(initial: { policies: ServiceLevelPolicy[] }) {
  const policies = useQuery({ ...policiesQuery, initialData: initial.policies }).data;
  return (
    <ManagedList
      of="service-levels"
      permission="serviceLevels.manage"
      icon={<Timer />}
      items={policies}
      queryKey={policiesKey}
      show={(policy) => <Promises policy={policy} />}
      edit={(policy, onClose) => <PolicyDialog policy={policy} onClose={onClose} />}
      remove={({ id }) =>
        call<typeof DeleteServiceLevelPolicy>("DELETE /service-level-policies/:policyId", { policyId: id })
      }
    />
  );
}

const promises = ["firstReplyMinutes", "nextReplyMinutes", "resolutionMinutes"] as const;

function Promises({ policy }: { policy: ServiceLevelPolicy }) {
  const t = useTranslations("settings.service-levels");
  const words = useTimeWords();
  return (
    <>
      <span dir="auto" className="me-1 font-medium">
        {policy.name}
      </span>
      {promises.map((key) => {
        const minutes = policy[key];
        return minutes === null ? null : (
          <Tag key={key}>{t(`shown.${key}`, { time: words.left(minutes * MINUTE) })}</Tag>
        );
      })}
      <Tag tone="accent">{t(policy.inHours ? "inHours" : "byCalendar")}</Tag>
    </>
  );
}
