/** A department is a team with a queue of its own; its members decide what they see. */
export { createDepartment } from "./create";
export { editDepartment } from "./edit";
export { findDepartment } from "./find";
export { listDepartments } from "./list";
