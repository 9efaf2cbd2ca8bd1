import { type Behaviour, Behaviours } from "./behaviour";
import { Directory } from "./directory";
import { Faults } from "./faults";
import { Ledger } from "./ledger";
import { MediaStore } from "./media-store";
import { People } from "./people";
import { Throughput } from "./rate-limits";
import { Threads } from "./threads";

export type WorldLimits = { sends: number; people: number; entries: number; mediaBytes: number };

/** All that the simulator remembers: in memory, and bounded. */
export type World = {
  directory: Directory;
  people: People;
  threads: Threads;
  ledger: Ledger;
  media: MediaStore;
  faults: Faults;
  behaviours: Behaviours;
  throughput: Throughput;
};

const usualLimits: WorldLimits = { sends: 50_000, people: 50_000, entries: 100_000, mediaBytes: 512 * 1024 * 1024 };

export function createWorld(settings: {
  behaviour: Partial<Behaviour>;
  limits: Partial<WorldLimits>;
  now: () => number;
}): World {
  const limits = { ...usualLimits, ...settings.limits };
  return {
    directory: new Directory(),
    people: new People(limits.people),
    threads: new Threads({ threads: limits.people, entries: limits.entries }),
    ledger: new Ledger(limits.sends),
    media: new MediaStore(limits.mediaBytes, settings.now),
    faults: new Faults(),
    behaviours: new Behaviours(settings.behaviour),
    throughput: new Throughput(),
  };
}
