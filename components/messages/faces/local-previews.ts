/** Pictures that were sent from this page, by their upload: shown from here instead of being fetched back. */
const urls = new Map<string, string>();
const MOST = 60;

export function keepPreview(uploadId: string, url: string): void {
  urls.set(uploadId, url);
  const [oldest] = urls;
  if (urls.size <= MOST || !oldest) return;
  URL.revokeObjectURL(oldest[1]);
  urls.delete(oldest[0]);
}

export function previewOf(uploadId: string | undefined): string | undefined {
  return uploadId === undefined ? undefined : urls.get(uploadId);
}
