/** `npm run serve`: the real thing: no simulator, no seed; a database given, or the embedded one. Logs go to standard output. */
import { command } from "./support/command.mjs";
import { runHouse } from "./support/run-house.mjs";

const announce = (house) => `
Parley is running at ${house.url}.
A first workspace is made with: npm run admin -- --help
`;

await command(() => runHouse({ mode: "serve", logsToFiles: false, announce }));
