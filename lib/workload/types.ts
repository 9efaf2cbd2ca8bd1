/** Plain types of workload; components read them too. */

/** What counts as how much work, unless the workspace says otherwise; weights in percent of a whole conversation. */
export type WorkloadSettings = {
  capacity: number;
  waitingOnUsPercent: number;
  waitingOnCustomerPercent: number;
  snoozedPercent: number;
  agingMinutes: number;
};

export const defaultWorkload: WorkloadSettings = {
  capacity: 6,
  waitingOnUsPercent: 100,
  waitingOnCustomerPercent: 50,
  snoozedPercent: 10,
  agingMinutes: 15,
};

/** What somebody has on their desk, as numbers of conversations. */
export type Held = { waitingOnUs: number; waitingOnCustomer: number; snoozed: number; offers: number };
