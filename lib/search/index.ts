/** Search finds messages, notes and contacts by their words, as far as the asker may see them. */
export { searchWorkspace } from "./search";
