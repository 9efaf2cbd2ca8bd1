import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-40", "w-32", "w-44", "w-36", "w-28"];

export function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {widths.map((width) => (
        <div key={width} className="flex flex-col gap-2 border-b px-3 py-3 last:border-b-0">
          <Skeleton className={`h-3 ${width}`} />
          <Skeleton className="h-2.5 w-4/5" />
        </div>
      ))}
    </div>
  );
}
