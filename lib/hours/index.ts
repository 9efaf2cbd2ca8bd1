/** Business hours say when somebody is there: a week, its exceptions, and the clocks that they go by. */
export { createHours } from "./create";
export { deleteHours } from "./delete";
export { editHours } from "./edit";
export { hoursOf } from "./hours-of";
export { listHours } from "./list";
export { addOpenTime } from "./rules/add-open-time";
export { isOpenAt } from "./rules/is-open-at";
export { nextChange } from "./rules/next-change";
export { openTimeBetween } from "./rules/open-time-between";
export { setChannelHours, setDepartmentHours } from "./set";
