import { clsx } from "clsx";
import type { ReactNode } from "react";
import { avatarColour } from "./avatar-colour";
import { initialsOf } from "./initials";

const sizes = {
  small: "size-6 text-2xs",
  medium: "size-9 text-sm",
  large: "size-11 text-lg",
};

type AvatarProps = {
  name: string;
  /** What the colour follows; the name where there is nothing steadier. */
  seed?: string;
  size?: keyof typeof sizes;
  className?: string;
  /** Drawn around or upon it, such as a ring or a dot. */
  children?: ReactNode;
};

/** Decoration beside a name that is written out, so it is not read aloud. */
export function Avatar({ name, seed = name, size = "medium", className, children }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      style={{ backgroundColor: avatarColour(seed) }}
      className={clsx(
        "relative grid shrink-0 place-items-center rounded-full font-semibold text-[#33322c] select-none",
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
      {children}
    </span>
  );
}
