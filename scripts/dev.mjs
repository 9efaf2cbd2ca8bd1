/** `npm run dev`: the demo, on the sources: a change is on the screen at once, or restarts the process that it touches. */
import { command } from "./support/command.mjs";
import { runHouse } from "./support/run-house.mjs";

const announce = (house) => `
Parley is running, on the sources.

  Console   ${house.url}
  Phone     ${house.simulatorUrl}

${house.seedSays.trimEnd()}
`;

await command(() => runHouse({ mode: "dev", logsToFiles: false, announce }));
