/** The API's description, made from the contracts that its routes check. */
export { openApiDocument } from "./openapi/document";
