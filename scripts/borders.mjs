/**
 * Writes the border rules of biome.json from one table: which folder may import what. Biome's overrides replace each
 * other, so each block has to repeat everything that holds for its files; a generator does that without forgetting.
 * `node scripts/borders.mjs` writes; with `--check` it only compares.
 */
import { readFileSync, writeFileSync } from "node:fs";

const lines = [
  [
    "env",
    "errors",
    "ids",
    "time",
    "log",
    "text",
    "calendar",
    "languages",
    "vault",
    "http",
    "whatsapp",
    "jobs",
    "metrics",
  ],
  ["auth", "tenants", "members", "preferences", "audit", "limits", "mail", "events", "contract", "paging"],
  [
    "channels",
    "contacts",
    "consent",
    "departments",
    "availability",
    "workload",
    "hours",
    "templates",
    "labels",
    "quick-replies",
  ],
  [
    "conversations",
    "notifications",
    "notes",
    "transfers",
    "macros",
    "reminders",
    "messages",
    "media",
    "drafts",
    "histories",
    "threads",
    "search",
    "views",
    "routing",
    "service-levels",
    "satisfaction",
    "silence",
  ],
  ["greetings", "rules", "queues"],
  ["inbound", "privacy", "realtime", "operator", "health"],
];

const up = { group: ["../**"], message: "Inside a folder use ./, across folders use @/." };
const throughIndex = {
  group: ["@/lib/*/**", "!@/lib/*/types", "!@/lib/*/schemas", "!@/lib/web/*"],
  message: "Reach a domain through its index, types or schemas.",
};
/** The same from inside a domain: its own folders reach one another. */
const throughOthersIndex = (domain) => ({ ...throughIndex, group: [...throughIndex.group, `!@/lib/${domain}/**`] });
const system = {
  group: ["@/db/system"],
  message: "The role that bypasses row-level security is for claiming work, sign-in and the operator only.",
};
const database = {
  group: ["@/db", "@/db/**", "drizzle-orm", "drizzle-orm/**", "pg"],
  message: "Only lib/ talks to the database.",
};
const framework = {
  group: [
    "next",
    "next/**",
    "next-intl",
    "next-intl/**",
    "react",
    "react/**",
    "react-dom",
    "@/app/**",
    "@/components/**",
  ],
  message: "Domain code knows no framework; lib/web is the border.",
};
const simulator = {
  group: ["@/simulator", "@/simulator/**"],
  message: "Production code knows nothing of the simulator.",
};
const rawFetch = { group: ["undici", "node:https"], message: "The one way out is safeFetch in lib/http." };
const web = { group: ["@/lib/web/**"], message: "Domain code does not know the web border." };

/** Modules that may use the role which bypasses row-level security; each is a claim, a look-up before the tenant is known, or the operator. */
const systemUsers = [
  "lib/auth/**",
  "lib/inbound/**",
  "lib/messages/queue/**",
  "lib/media/queue/**",
  "lib/conversations/timers/**",
  "lib/conversations/queue/**",
  "lib/availability/away/**",
  "lib/notifications/queue/**",
  "lib/notes/queue/**",
  "lib/reminders/queue/**",
  "lib/contacts/queue/**",
  "lib/events/**",
  "lib/operator/**",
  "lib/jobs/**",
  "lib/channels/directory.ts",
  "lib/channels/meta-apps.ts",
  "lib/channels/bind.ts",
  "lib/vault/**",
  "lib/health/**",
  "lib/limits/**",
  "lib/privacy/**",
  "lib/members/edit-member.ts",
  "lib/members/invitations/**",
  "lib/tenants/**",
  "lib/templates/queue/**",
  "lib/routing/queue/**",
  "lib/service-levels/queue/**",
  "lib/satisfaction/queue/**",
  "lib/silence/queue/**",
  "lib/greetings/queue/**",
  "lib/rules/queue/**",
];

function above(domain) {
  const at = lines.findIndex((line) => line.includes(domain));
  const higher = lines
    .slice(at + 1)
    .flat()
    .flatMap((name) => [`@/lib/${name}`, `@/lib/${name}/**`]);
  return higher.length === 0
    ? []
    : [{ group: higher, message: `lib/${domain} may import its own line or a lower one.` }];
}

function block(includes, patterns) {
  return {
    includes,
    linter: { rules: { style: { noRestrictedImports: { level: "error", options: { patterns } } } } },
  };
}

const domainBlocks = lines.flat().flatMap((domain) => {
  const common = [up, throughOthersIndex(domain), framework, simulator, web, ...above(domain)];
  const outgoing = domain === "http" ? [] : [rawFetch];
  const files = [`lib/${domain}/**`, `lib/${domain}.ts`];
  const mayUseSystem = systemUsers.filter((path) => path.startsWith(`lib/${domain}/`));
  return [
    block(files, [...common, ...outgoing, system]),
    ...(mayUseSystem.length > 0 ? [block(mayUseSystem, [...common, ...outgoing])] : []),
  ];
});

const overrides = [
  block(["app/**"], [up, throughIndex, database, simulator, rawFetch]),
  block(["processes/**"], [up, throughIndex, simulator, rawFetch, system]),
  block(
    ["components/**"],
    [
      up,
      database,
      simulator,
      rawFetch,
      { group: ["@/app/**"], message: "Components know no routes." },
      {
        group: [
          "@/lib/*",
          "@/lib/*/**",
          "!@/lib/*/types",
          "!@/lib/*/schemas",
          "!@/lib/ids",
          "!@/lib/time",
          "!@/lib/calendar",
          "!@/lib/text",
          "!@/lib/languages",
          "!@/lib/errors",
          "!@/lib/contract",
        ],
        message: "Components see a domain's types and schemas.",
      },
    ],
  ),
  ...domainBlocks,
  block(["lib/web/**"], [up, throughIndex, simulator, rawFetch, system]),
  block(
    ["db/**"],
    [
      up,
      simulator,
      {
        group: ["@/app/**", "@/components/**", "@/lib/**", "!@/lib/env", "!@/lib/*/types"],
        message: "The bottom layer imports nothing above it.",
      },
    ],
  ),
  block(["db/seed/**", "db/seed.ts", "db/introduce.ts"], [up, throughIndex, simulator]),
  // A test may look behind any door and play Meta with the simulator.
  block(["e2e/**", "test/**", "bench/**", "**/*.test.ts", "**/*.contract.ts"], [up]),
  block(["simulator/**"], [up, { group: ["@/**"], message: "The simulator imports nothing of ours." }]),
];

const path = new URL("../biome.json", import.meta.url);
const before = readFileSync(path, "utf8");
const config = JSON.parse(before);
const kept = config.overrides.filter((entry) => !entry.linter?.rules?.style?.noRestrictedImports);
// One line a folder: the file stays readable, and a diff shows whose border moved.
const listed = [...kept, ...overrides].map((override) => `    ${JSON.stringify(override)}`).join(",\n");
const { overrides: _written, ...rest } = config;
const after = `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "overrides": [\n${listed}\n  ]\n}\n`;
if (process.argv.includes("--check")) {
  if (after !== before) {
    console.error("biome.json does not match scripts/borders.mjs: run node scripts/borders.mjs.");
    process.exit(1);
  }
} else {
  writeFileSync(path, after);
}
