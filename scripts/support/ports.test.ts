import { createServer } from "node:net";
import { expect, it } from "vitest";
import { ensurePortFree, findFreePorts } from "./ports.mjs";

it("a port in use is told, with the variable that chooses another", async () => {
  const [port = 0] = await findFreePorts(1);
  await expect(ensurePortFree("PORT", "127.0.0.1", port)).resolves.toBeUndefined();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await expect(ensurePortFree("PORT", "127.0.0.1", port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use by another program. Stop that one, or choose another port with PORT.`,
  );
  await new Promise((resolve) => server.close(resolve));
});

it("an address of another machine is told", async () => {
  await expect(ensurePortFree("PORT", "192.0.2.1", 0)).rejects.toThrow("HOST should be an address of this machine");
});

it("free ports are all different", async () => {
  expect(new Set(await findFreePorts(20)).size).toBe(20);
});
