import { DomainError } from "@/lib/errors";
import { apiKeyCommands } from "./api-key-commands";
import { type Command, optionsOf, UsageError } from "./command";
import { memberCommands } from "./member-commands";
import { tenantCommands } from "./tenant-commands";

export type Output = { out: (line: string) => void; err: (line: string) => void };

const commands: Command[] = [...tenantCommands, ...apiKeyCommands, ...memberCommands];

/** Runs one command. The exit code: 0 done, 1 refused, 2 not understood. Anything else is thrown: a bug or the database. */
export async function runCommand(args: string[], { out, err }: Output): Promise<0 | 1 | 2> {
  if (args.length === 0 || args[0] === "help" || args.includes("--help")) {
    for (const line of help()) out(line);
    return 0;
  }
  const command = commands.find(({ name }) => name === args.slice(0, 2).join(" "));
  try {
    if (!command) throw new UsageError(`There is no command "${args.slice(0, 2).join(" ")}".`);
    for (const line of await command.run(optionsOf(command, args.slice(2)))) out(line);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      err(error.message);
      for (const line of command ? [`  ${command.name} ${command.usage}`] : help()) err(line);
      return 2;
    }
    if (!(error instanceof DomainError)) throw error;
    err([error.message, error.nextStep].filter(Boolean).join(" "));
    return 1;
  }
}

function help(): string[] {
  return [
    "npm run admin -- <command>",
    "",
    ...commands.flatMap(({ name, usage, summary }) => [`  ${name} ${usage}`.trimEnd(), `      ${summary}`]),
  ];
}
