import { expect, it } from "vitest";
import { readSettings } from "./environment.mjs";
import { onlyForSimulator, processEnvironment, simulatorEnvironment } from "./process-environment.mjs";
import { databaseEnvironment } from "./roles.mjs";

const secrets = {
  masterKey: "5a".repeat(32),
  nextAuthSecret: "a-secret-of-sessions",
  appSecret: "a-secret-of-the-app",
  verifyToken: "a-verify-token",
  rolePassword: "a-password-of-roles",
  postgresPassword: "a-password-of-the-owner",
  demoPassword: "a-password-of-the-demo",
  demoAccessToken: "a-token-of-the-demo",
};

const settings = readSettings({ SIMULATOR_PORT: "3456" });
const all = {
  ...processEnvironment({ mode: "demo", settings, secrets, webPort: 4000 }),
  ...databaseEnvironment("postgres://owner:x@127.0.0.1:5432/parley", secrets.rolePassword),
  METRICS_TOKEN: "a-token-of-the-operator",
  SMTP_URL: "smtp://user:a-password-of-mail@mail.example",
  ...simulatorEnvironment(settings, 4000),
};

it("the simulator gets no key, no database, no password and nothing of the person's own", () => {
  const given = JSON.stringify(onlyForSimulator(all));
  const meant = [secrets.appSecret, secrets.verifyToken, secrets.demoAccessToken];
  for (const secret of Object.values(secrets).filter((each) => !meant.includes(each))) {
    expect(JSON.stringify(secret === secrets.postgresPassword ? secret : all)).toContain(secret);
    expect(given).not.toContain(secret);
  }
  for (const word of ["postgres://", "a-token-of-the-operator", "a-password-of-mail"])
    expect(given).not.toContain(word);
});

it("the simulator gets what it reads, and what Node needs to run", () => {
  expect(onlyForSimulator(all)).toMatchObject({
    HOST: "127.0.0.1",
    PATH: process.env.PATH,
    SIMULATOR_PORT: "3456",
    SIMULATOR_TOKEN: secrets.demoAccessToken,
    SIMULATOR_WEBHOOK_URL: "http://127.0.0.1:3000/api/whatsapp/webhook",
    WHATSAPP_APP_SECRET: secrets.appSecret,
    WHATSAPP_VERIFY_TOKEN: secrets.verifyToken,
  });
});
