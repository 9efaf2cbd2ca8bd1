"use client";

import { useQuery } from "@tanstack/react-query";
import { Tag } from "lucide-react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ManagedList } from "@/components/settings/managed-list";
import type { DeleteLabel } from "@/lib/labels/schemas";
import type { Label } from "@/lib/labels/types";
import { LabelChip } from "./label-chip";
import { LabelDialog } from "./label-dialog";
import { labelsQuery } from "./queries";

export function LabelsScreen(initial: { labels: Label[] }) {
  const labels = useQuery({ ...labelsQuery, initialData: initial.labels }).data;
  return (
    <ManagedList
      of="labels"
      permission="labels.manage"
      icon={<Tag />}
      items={labels}
      queryKey={keys.labels}
      show={(label) => <LabelChip label={label} />}
      edit={(label, onClose) => <LabelDialog label={label} onClose={onClose} />}
      remove={({ id }) => call<typeof DeleteLabel>("DELETE /labels/:labelId", { labelId: id })}
    />
  );
}
