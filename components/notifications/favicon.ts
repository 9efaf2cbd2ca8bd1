const PLAIN = "/icon.svg";
const SIZE = 64;

/** The icon of the page with a number on it; the plain one where nothing waits or the browser cannot draw. */
export async function drawIcon(count: number): Promise<string> {
  if (count === 0) return PLAIN;
  const picture = new Image(SIZE, SIZE);
  picture.src = PLAIN;
  try {
    await picture.decode();
  } catch {
    return PLAIN;
  }
  const canvas = document.createElement("canvas");
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext("2d");
  if (!context) return PLAIN;
  context.drawImage(picture, 0, 0, SIZE, SIZE);
  context.fillStyle = "#b3261e";
  context.beginPath();
  context.arc(SIZE - 20, 20, 20, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = "#ffffff";
  context.font = `700 ${count > 9 ? 24 : 30}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(count > 9 ? "9+" : String(count), SIZE - 20, 22);
  return canvas.toDataURL("image/png");
}

/** The links of the page belong to the router: ours comes beside them, and the last one counts. */
export function showIcon(href: string): void {
  const own = document.head.querySelector<HTMLLinkElement>("link[data-mark]");
  const link = own ?? Object.assign(document.createElement("link"), { rel: "icon" });
  link.dataset.mark = "";
  if (link.href !== href) link.href = href;
  if (!own) document.head.append(link);
}
