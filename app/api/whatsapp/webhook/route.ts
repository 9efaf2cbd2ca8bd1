import { answerVerification, answerWebhook } from "@/lib/inbound";

export const GET = (request: Request) => answerVerification(request, "default");
export const POST = (request: Request) => answerWebhook(request, "default");
