import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-64", "w-40", "w-52", "w-36", "w-60"];

export function TabSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="mx-auto flex max-w-230 flex-col gap-4 py-2">
      <span className="sr-only">{label}</span>
      {widths.map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
