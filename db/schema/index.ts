export * from "./channels";
export * from "./contacts";
export * from "./conversations";
export * from "./departments";
export * from "./events";
export * from "./inbound";
export * from "./messages";
export * from "./tenants";
