/** @typedef {<T>(title: string, work: () => Promise<T>) => Promise<T>} Progress */

/**
 * Tells what is being done and how long it took, a line each.
 * @param {NodeJS.WritableStream} stream
 * @returns {Progress}
 */
export function progressOn(stream) {
  return async (title, work) => {
    const start = performance.now();
    stream.write(`${title} … `);
    try {
      const result = await work();
      stream.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
      return result;
    } catch (error) {
      stream.write("failed\n");
      throw error;
    }
  };
}

/** @type {Progress} */
export const silently = (_title, work) => work();
