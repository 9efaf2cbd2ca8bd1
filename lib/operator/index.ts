/** The operator's command line: workspaces, keys and reset links of this installation. */
export { type Output, runCommand } from "./run-command";
