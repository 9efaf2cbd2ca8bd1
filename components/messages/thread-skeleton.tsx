import { clsx } from "clsx";
import { Skeleton } from "@/components/ui/skeleton";

const bubbles = ["w-64 h-10", "w-80 h-14 ms-auto", "w-44 h-9", "w-72 h-12 ms-auto", "w-56 h-10"];

export function ThreadSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden px-6 py-4">
      <span className="sr-only">{label}</span>
      {bubbles.map((look) => (
        <Skeleton key={look} className={clsx("max-w-[70%] rounded-xl", look)} />
      ))}
    </div>
  );
}
