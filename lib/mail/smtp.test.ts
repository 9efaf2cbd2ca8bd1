import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { listKeptMails, sendMail } from "./index";

/** Just enough of SMTP to take one mail at a time. */
function startMailbox(received: string[]): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    let letter: string | null = null;
    socket.setEncoding("utf8").write("220 test\r\n");
    socket.on("data", (chunk: string) => {
      if (letter !== null) {
        letter += chunk;
        if (!letter.endsWith("\r\n.\r\n")) return;
        received.push(letter);
        letter = null;
        socket.write("250 kept\r\n");
      } else if (/^RCPT TO:<refused@/i.test(chunk)) socket.write("550 nobody\r\n");
      else if (/^DATA/i.test(chunk)) {
        letter = "";
        socket.write("354 go on\r\n");
      } else if (/^QUIT/i.test(chunk)) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ server, port: (server.address() as { port: number }).port }));
  });
}

const received: string[] = [];
let server: Server;

beforeAll(async () => {
  const mailbox = await startMailbox(received);
  server = mailbox.server;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${mailbox.port}`);
});

afterAll(() => {
  server.close();
});

it("with SMTP a mail leaves there and is not kept", async () => {
  expect(await sendMail({ to: "a@example.test", subject: "Your link", text: "Open this." })).toBe(true);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain("Subject: Your link");
  expect(received[0]).toContain("Open this.");
  expect(await listKeptMails()).toEqual([]);
});

it("a mail that the server refuses answers false and throws nothing", async () => {
  expect(await sendMail({ to: "refused@example.test", subject: "Your link", text: "Open this." })).toBe(false);
});
