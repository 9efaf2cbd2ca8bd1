/** Stands for what a key has opened until it is there: what is typed meanwhile was meant for it, and not for the page. */
export function Opening() {
  return <span hidden data-opening="" />;
}
