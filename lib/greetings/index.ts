/** Greetings are what the software says by itself: welcome, away, the place in the queue, and that nobody is forgotten. */
export { createGreeting } from "./create";
export { deleteGreeting } from "./delete";
export { editGreeting } from "./edit";
export { listGreetings } from "./list";
export { startGreeting } from "./queue/start";
