/** What a member chooses for themselves in a workspace: keys, notifications, density, when they count as away. */
export { editPreferences } from "./edit";
export { readPreferences } from "./read";
