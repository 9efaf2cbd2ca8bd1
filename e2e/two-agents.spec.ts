import { type Member, signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

test.use({ expectedErrors: ["409"] });

test("two agents claim one conversation: one has it, the other reads who, and a double click sends once", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Tilda Brandt");
  await customer.says("Hello, anybody?");
  const lena = await signInAs(browser, server, "lena@demo.example");
  const amara = await signInAs(browser, server, "amara@demo.example");
  await lena.opens("Unassigned", customer.name);
  await amara.opens("Unassigned", customer.name);
  // Both have it before them when they press: on the screen of the second, the button may go before it is reached.
  const claims = await Promise.all(
    [lena, amara].map(({ page }) => page.getByRole("button", { name: "Claim" }).first().elementHandle()),
  );
  await Promise.all(claims.map((button) => button?.dispatchEvent("click")));

  const [first, second] = await inOrder([lena, "Lena Maurer"], [amara, "Amara Okafor"]);
  await first.page.getByRole("textbox", { name: "Your answer" }).fill("Hello Tilda, I am here.");
  await first.page.getByRole("button", { name: "Send", exact: true }).dblclick();
  await customer.received("Hello Tilda, I am here.");
  await second.sees("Hello Tilda, I am here.");
  await first.seesStatus("Hello Tilda, I am here.", "Read");
  expect(await customer.sentTo()).toHaveLength(1);
});

/** The one who lost is told who won; waits for that on either screen. */
async function inOrder(a: [Member, string], b: [Member, string]): Promise<[Member, Member]> {
  const told = ([member]: [Member, string], [, winner]: [Member, string]) =>
    member.page
      .getByText(`${winner} has this conversation.`)
      .first()
      .waitFor()
      .then(() => member);
  const loser = await Promise.any([told(a, b), told(b, a)]);
  return loser === a[0] ? [b[0], a[0]] : [a[0], b[0]];
}
