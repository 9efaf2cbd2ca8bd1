import { GraphError } from "./graph-error";

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function requireObject(value: unknown, name: string): JsonObject {
  if (value === undefined || value === null) throw missing(name);
  if (!isObject(value)) throw badParam(`Param ${name} must be a JSON object.`);
  return value;
}

export function requireList(value: unknown, name: string, limits: { min: number; max: number }): unknown[] {
  if (value === undefined || value === null) throw missing(name);
  if (!Array.isArray(value)) throw badParam(`Param ${name} must be an array.`);
  if (value.length < limits.min || value.length > limits.max) {
    throw badValue(`${name}: invalid count. Min: ${limits.min}, Max: ${limits.max}`);
  }
  return value;
}

/** A non-empty string of at most `max` characters (code points). */
export function requireText(value: unknown, name: string, max: number): string {
  if (value === undefined || value === null) throw missing(name);
  if (typeof value !== "string") throw badParam(`Param ${name} must be a string.`);
  if (value === "") throw badValue(`${name} must be non-empty`);
  if (value.length > max && [...value].length > max) {
    throw badParam(`Param ${name} must be at most ${max} characters long.`);
  }
  return value;
}

export function optionalText(value: unknown, name: string, max: number): string | undefined {
  return value === undefined || value === null ? undefined : requireText(value, name, max);
}

export function requireNumber(value: unknown, name: string, range: { min: number; max: number }): number {
  if (value === undefined || value === null || value === "") throw missing(name);
  const number = Number(value);
  if (!Number.isFinite(number) || number < range.min || number > range.max) {
    throw badValue(`${name} must be a number from ${range.min} to ${range.max}`);
  }
  return number;
}

export function requireWebAddress(value: unknown, name: string): string {
  const text = requireText(value, name, 2000);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") throw badParam(`Param ${name} is not a valid URI.`);
  return text;
}

export function missing(name: string): GraphError {
  return new GraphError(131008, `Required parameter ${name} is missing`);
}

export function badValue(details: string): GraphError {
  return new GraphError(131009, details);
}

export function badParam(message: string): GraphError {
  return new GraphError(100, undefined, { message });
}
