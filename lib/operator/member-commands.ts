import { createResetLink } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import type { Command } from "./command";

export const memberCommands: Command[] = [
  {
    name: "member reset-link",
    usage: "--email <address>",
    summary: "Make a link that sets a new password; the last line is the link. Pass it on by a way you trust.",
    options: ["email"],
    run: async ({ email = "" }) => {
      const made = await createResetLink(email);
      if (!made) throw new NotFoundError("account");
      return [`${made.email} sets a new password by this link, once, within an hour:`, made.link];
    },
  },
];
