/** A send loop in a process of its own, which dies without a word as it reaches the step it was told. */
import { startSending } from "@/lib/messages";

const deadly = process.argv[2];

startSending({
  reach: (step) => {
    if (step === deadly) process.kill(process.pid, "SIGKILL");
  },
});
console.log("sending");
