import type { ReactNode } from "react";

/** Something the customer chose rather than wrote. */
export function Chosen({
  icon,
  label,
  children,
  more,
}: {
  icon: ReactNode;
  label: string;
  children: ReactNode;
  more?: ReactNode;
}) {
  return (
    <div>
      <p className="flex items-center gap-1 text-xs text-ink-3 [&_svg]:size-3">
        {icon}
        {label}
      </p>
      <p dir="auto" className="font-medium [overflow-wrap:anywhere]">
        {children}
      </p>
      {more && (
        <div dir="auto" className="text-md text-ink-2 [overflow-wrap:anywhere]">
          {more}
        </div>
      )}
    </div>
  );
}
