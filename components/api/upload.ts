import type * as z from "zod";
import type { Upload } from "@/lib/media/schemas";
import type { UploadAs } from "@/lib/media/types";
import { ProblemError, readProblem } from "./problem";
import { workspaceOf } from "./request";

export type Uploaded = z.output<typeof Upload>;

type Options = {
  as: UploadAs | null;
  /** From 0 to 1. */
  onProgress: (done: number) => void;
  signal: AbortSignal;
};

/**
 * Brings a file to the server, bytes and nothing else. By XMLHttpRequest, which tells how far it is.
 * @throws {ProblemError} and, when it was cancelled, the signal's reason
 */
export function uploadFile(file: File, { as, onProgress, signal }: Options): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ filename: file.name, ...(as ? { as } : {}) });
    request.open("POST", `/api/v1/media?${query}`);
    request.setRequestHeader("x-workspace", workspaceOf(location.pathname));
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as Uploaded);
      else void readProblem(new Response(request.responseText, { status: request.status })).then(reject);
    };
    request.onerror = () => reject(new ProblemError({ title: "The line broke.", code: "offline", status: 0 }));
    signal.addEventListener("abort", () => {
      request.abort();
      reject(signal.reason);
    });
    request.send(file);
  });
}
