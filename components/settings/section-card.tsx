import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** One section of a settings page: its title, what it is about, and what can be set. */
export function SectionCard({ title, words, children }: { title: string; words?: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <div className="flex flex-col gap-3 px-4 py-3">
        {words && <p className="text-sm text-ink-3">{words}</p>}
        {children}
      </div>
    </Card>
  );
}
