import { mediaUrl } from "./customer-writes";
import { type GraphCall, parameter } from "./graph-call";
import { GraphError, unknownObject } from "./meta/graph-error";
import { uploadObjection } from "./meta/media-limits";
import { badParam } from "./meta/parameters";
import type { Simulation } from "./simulation";
import type { PhoneNumber } from "./world/directory";
import type { StoredMedia } from "./world/media-store";

type Route = (simulation: Simulation, media: StoredMedia, call: GraphCall) => object;

export const mediaRoutes: Record<string, Route> = {
  get: (simulation, media, call) => {
    checkNumber(media, call);
    return {
      messaging_product: "whatsapp",
      url: mediaUrl(simulation, media.id, call.origin),
      mime_type: media.mimeType,
      sha256: media.sha256.toString("hex"),
      file_size: String(media.bytes.length),
      id: media.id,
    };
  },
  delete: (simulation, media, call) => {
    checkNumber(media, call);
    return { success: simulation.world.media.remove(media.id) };
  },
};

/** With `phone_number_id` Meta looks whether the file belongs to that number. */
function checkNumber(media: StoredMedia, call: GraphCall): void {
  const asked = call.query.get("phone_number_id");
  if (asked !== null && asked !== media.phoneNumberId) throw unknownObject(media.id, call.method);
}

export async function uploadMedia(simulation: Simulation, phoneNumber: PhoneNumber, call: GraphCall): Promise<object> {
  if (parameter(call, "messaging_product") !== "whatsapp")
    throw badParam("The parameter messaging_product is required.");
  if (!call.file) throw badParam("The parameter file is required.");
  const bytes = Buffer.from(await call.file.arrayBuffer());
  const mimeType = call.file.type || (parameter(call, "type") ?? "application/octet-stream");
  const objection = uploadObjection(mimeType, bytes.length);
  if (objection?.code === 100) throw badParam(objection.text);
  if (objection) throw new GraphError(objection.code, objection.text);
  const { id } = simulation.world.media.store({
    phoneNumberId: phoneNumber.id,
    bytes,
    mimeType,
    filename: call.file.name,
  });
  return { id };
}
