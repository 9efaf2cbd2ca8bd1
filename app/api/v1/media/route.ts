import { answerUpload } from "@/lib/web/upload";

export const POST = answerUpload;
