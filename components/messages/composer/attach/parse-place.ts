export type Place = { latitude: number; longitude: number };

const N = String.raw`(-?\d{1,3}(?:\.\d+)?)`;

/** Where maps write a place in their links, the surest first: a pin before the middle of what is on the screen. */
const inLinks = [
  new RegExp(`!3d${N}!4d${N}`),
  new RegExp(`[?&#](?:q|query|ll|sll|daddr|destination|center|coordinate)=(?:loc:)?${N},\\+?${N}`),
  new RegExp(`mlat=${N}&mlon=${N}`),
  new RegExp(`/@${N},${N}`),
  new RegExp(`#map=\\d+(?:\\.\\d+)?/${N}/${N}`),
  new RegExp(`^geo:${N},${N}`),
  new RegExp(`/place/${N},\\+?${N}`),
];
const inWords = new RegExp(`^\\(?${N}[°\\s]*[,;\\s]\\s*${N}°?\\)?$`);
const degrees = /(\d{1,3})[°º]\s*(?:(\d{1,2}(?:\.\d+)?)['′]\s*)?(?:(\d{1,2}(?:\.\d+)?)["″]\s*)?([NSEWO])/giu;

/** The place in a link of a map, or in coordinates however they are written; null when there is none on this earth. */
export function parsePlace(text: string): Place | null {
  const plain = decoded(text.trim());
  if (/^(https?:\/\/|geo:)/i.test(plain)) {
    const match = inLinks.map((pattern) => pattern.exec(plain)).find((found) => found !== null);
    return match ? onEarth(Number(match[1]), Number(match[2])) : null;
  }
  const match = inWords.exec(plain);
  return match ? onEarth(Number(match[1]), Number(match[2])) : inDegrees(plain);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `40°25'0.9"N 3°42'13"W`; O is the west of half of Europe. */
function inDegrees(text: string): Place | null {
  const found = [...text.matchAll(degrees)].map(([, whole, minutes = "0", seconds = "0", side = ""]) => {
    const value = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3_600;
    return { side: side.toUpperCase(), value: /[SWO]/i.test(side) ? -value : value };
  });
  const latitude = found.find(({ side }) => side === "N" || side === "S");
  const longitude = found.find(({ side }) => side !== "N" && side !== "S");
  return found.length === 2 && latitude && longitude ? onEarth(latitude.value, longitude.value) : null;
}

function onEarth(latitude: number, longitude: number): Place | null {
  const isThere = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isThere ? { latitude: rounded(latitude), longitude: rounded(longitude) } : null;
}

/** A tenth of a metre. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
