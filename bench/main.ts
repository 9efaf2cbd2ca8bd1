/** `npm run bench`: the figures of this machine beside what they should be. Ends with 1 when one is below its floor. */
import { become } from "./assistants";
import { ASSISTANT } from "./assistants/assistant";
import { runBench } from "./run";

if (process.argv[2] === ASSISTANT) become(process.argv[3]);
else process.exit(await runBench(process.argv.slice(2)));
