/** Calls at once, then at most once in `everyMs`, and a last time for calls in between. */
export function throttle(everyMs: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let asked = false;

  function rest() {
    timer = setTimeout(() => {
      timer = null;
      if (!asked) return;
      asked = false;
      run();
      rest();
    }, everyMs);
  }

  return () => {
    if (timer) {
      asked = true;
      return;
    }
    run();
    rest();
  };
}
