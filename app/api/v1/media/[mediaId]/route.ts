import { answerMedia } from "@/lib/web/media";

type Context = { params: Promise<{ mediaId: string }> };

export const GET = async (request: Request, { params }: Context) => answerMedia(request, (await params).mediaId);
export const HEAD = GET;
