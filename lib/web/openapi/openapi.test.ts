import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { namedContracts } from "./contracts";
import { openApiDocument, pathOf } from "./document";

type Operation = {
  operationId: string;
  responses: Record<string, unknown>;
  parameters?: { name: string; in: string }[];
};
const document = openApiDocument() as { paths: Record<string, Record<string, Operation>> } & Record<string, unknown>;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const routeFileOf = (path: string) => `app/api/v1${path.replace(/:(\w+)/g, "[$1]")}/route.ts`;

describe("each contract", () => {
  it.each(namedContracts)("$name has a route that answers its method with itself", ({ name, contract }) => {
    const file = routeFileOf(contract.path);
    expect(existsSync(file), `${file} should exist`).toBe(true);
    expect(readFileSync(file, "utf8")).toMatch(new RegExp(`export const ${contract.method} = route\\(\\s*${name},`));
  });

  it("is of a domain that the document knows", () => {
    const known = new Set(namedContracts.map(({ domain }) => domain));
    const withContracts = globSync("lib/*/schemas.ts").filter((file) =>
      /= contract\(/.test(readFileSync(file, "utf8")),
    );
    expect(withContracts.map((file) => file.split("/")[1]).filter((domain) => !known.has(domain ?? ""))).toEqual([]);
  });
});

describe("each route below /api/v1", () => {
  const routes = globSync("app/api/v1/**/route.ts").map((file) => {
    const path = file.slice("app/api/v1".length, -"/route.ts".length).replace(/\[(\w+)\]/g, "{$1}");
    const methods = [...readFileSync(file, "utf8").matchAll(/export (?:const|function|async function) ([A-Z]+)\b/g)];
    return { path, methods: methods.map(([, method]) => method?.toLowerCase() ?? "") };
  });

  it("is found", () => {
    expect(routes.length).toBeGreaterThan(20);
  });

  it.each(routes)("$path is described, method by method", ({ path, methods }) => {
    expect(methods.length).toBeGreaterThan(0);
    expect(Object.keys(document.paths[path] ?? {})).toEqual(expect.arrayContaining(methods));
  });
});

describe("the document", () => {
  it("is made once", () => {
    expect(openApiDocument()).toBe(document);
  });

  it("names each operation once", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it("leads each reference somewhere", () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
    for (const [, pointer = ""] of references) {
      const target = pointer.split("/").reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      expect(target, pointer).toBeDefined();
    }
  });

  it("describes each part of a path as a parameter", () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
      const described = (operation.parameters ?? []).filter((each) => each.in === "path").map((each) => each.name);
      expect(described, path).toEqual(named);
    }
  });

  it("says of each operation of a contract what its problems look like", () => {
    const described = namedContracts.map(
      ({ contract }) => document.paths[pathOf(contract)]?.[contract.method.toLowerCase()],
    );
    for (const operation of described) {
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining(["200", "401", "404", "422", "503"]),
      );
    }
  });
});
