import { Button, type ButtonProps } from "./button";

/** A button that is only an icon; its label is read aloud and shown on hover. */
export function IconButton({ label, ...rest }: Omit<ButtonProps, "size" | "aria-label"> & { label: string }) {
  return <Button variant="quiet" size="icon" aria-label={label} title={label} {...rest} />;
}
