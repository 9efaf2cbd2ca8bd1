import type { PDFDocumentProxy } from "pdfjs-dist";

export type Pdf = PDFDocumentProxy;

/** Wide enough to read, and no wider than a sheet of paper wants to be. */
const MOST_WIDTH = 1_000;
const MOST_PIXELS = 16_000_000;

/** Opens a PDF in a worker of its own. Neither its scripts nor forms of XFA are looked at. */
export function openPdf(url: string): { document: Promise<Pdf>; close: () => void } {
  let close: () => void = () => undefined;
  let isClosed = false;
  const load = async () => {
    const pdfjs = await import("pdfjs-dist");
    pdfjs.GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).toString();
    const task = pdfjs.getDocument({ url, enableXfa: false, useWasm: false, withCredentials: true });
    close = () => void task.destroy();
    if (isClosed) close();
    return task.promise;
  };
  return {
    document: load(),
    close: () => {
      isClosed = true;
      close();
    },
  };
}

/** Draws a page as wide as there is room, as sharp as the screen is. */
export function drawPage(pdf: Pdf, number: number, canvas: HTMLCanvasElement, room: number) {
  let cancel: () => void = () => undefined;
  let isCancelled = false;
  const draw = async () => {
    const page = await pdf.getPage(number);
    if (isCancelled) return;
    const natural = page.getViewport({ scale: 1 });
    const width = Math.min(room, MOST_WIDTH);
    const wanted = (width / natural.width) * window.devicePixelRatio;
    const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
    const viewport = page.getViewport({ scale: Math.min(wanted, most) });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.width = `${width}px`;
    const task = page.render({ canvas, viewport });
    cancel = () => task.cancel();
    await task.promise;
  };
  return {
    done: draw(),
    cancel: () => {
      isCancelled = true;
      cancel();
    },
  };
}
