/** How many bytes of downloads may be in memory at once; a place is given back by what `take` answers. */
export type ByteRoom = { take: (bytes: number) => (() => void) | null };

export function byteRoom(bytes: number): ByteRoom {
  let free = bytes;
  return {
    take: (wanted) => {
      if (wanted > free) return null;
      free -= wanted;
      return () => {
        free += wanted;
      };
    },
  };
}
