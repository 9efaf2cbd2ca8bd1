/** `npm start`: the demo, from a fresh clone to running: database, made-up customers, a phone to play one of them, the console. */
import { command } from "./support/command.mjs";
import { runHouse } from "./support/run-house.mjs";

const announce = (house, { dataDir }) => `
Parley is running.

  Console   ${house.url}
  Phone     ${house.simulatorUrl}

${house.seedSays.trimEnd()}

  The processes write to ${dataDir}/logs. Ctrl-C stops everything.
`;

await command(() => runHouse({ mode: "demo", logsToFiles: true, announce }));
