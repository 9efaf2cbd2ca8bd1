const megabyte = 1024 * 1024;

/** What may be uploaded and sent as which kind, with the largest size in bytes. */
export const mediaKinds: Record<string, { types: string[]; maxBytes: number }> = {
  audio: { types: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"], maxBytes: 16 * megabyte },
  image: { types: ["image/jpeg", "image/png"], maxBytes: 5 * megabyte },
  sticker: { types: ["image/webp"], maxBytes: 500 * 1024 },
  video: { types: ["video/mp4", "video/3gpp"], maxBytes: 16 * megabyte },
  document: {
    types: [
      "text/plain",
      "application/pdf",
      "application/vnd.ms-powerpoint",
      "application/msword",
      "application/vnd.ms-excel",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ],
    maxBytes: 100 * megabyte,
  },
};

const allTypes = Object.values(mediaKinds).flatMap((kind) => kind.types);

/** The type without its parameters: `audio/ogg; codecs=opus` is `audio/ogg`. */
export function bareMimeType(mimeType: string): string {
  return (mimeType.split(";")[0] ?? "").trim().toLowerCase();
}

/** Why an upload is refused, or undefined when it may pass. */
export function uploadObjection(mimeType: string, sizeBytes: number): { code: 100 | 131053; text: string } | undefined {
  const bare = bareMimeType(mimeType);
  const kind = Object.values(mediaKinds).find((entry) => entry.types.includes(bare));
  if (!kind) {
    const text = `Param file must be a file with one of the following types: ${allTypes.join(", ")}. Received file of type '${mimeType}'.`;
    return { code: 100, text };
  }
  if (sizeBytes === 0) return { code: 131053, text: "The file is empty." };
  if (sizeBytes > kind.maxBytes) {
    return { code: 131053, text: `The file has ${sizeBytes} bytes; ${bare} may have at most ${kind.maxBytes}.` };
  }
  return undefined;
}
