import { Skeleton } from "@/components/ui/skeleton";

const rows = ["w-32", "w-24", "w-40", "w-28", "w-36", "w-20", "w-32", "w-44", "w-24"];

export function ContactsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="flex-1 overflow-hidden">
      <span className="sr-only">{label}</span>
      {rows.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: The rows are all alike and never change.
        <div key={at} className="grid h-[58px] grid-cols-[36px_minmax(0,1fr)] items-center gap-2.5 border-b px-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex flex-col gap-2">
            <Skeleton className={`h-3 ${width}`} />
            <Skeleton className="h-3 w-28" />
          </div>
        </div>
      ))}
    </div>
  );
}
