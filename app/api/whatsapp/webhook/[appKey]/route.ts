import { answerVerification, answerWebhook } from "@/lib/inbound";

type Context = { params: Promise<{ appKey: string }> };

export const GET = async (request: Request, { params }: Context) => answerVerification(request, (await params).appKey);
export const POST = async (request: Request, { params }: Context) => answerWebhook(request, (await params).appKey);
