import { expect, it } from "vitest";
import { counter, gauge, histogram, metricsPage, startDefaultMetrics } from "./index";

const page = async () => (await metricsPage()).text;

it("the page has what was counted, timed and read, each with its labels", async () => {
  const count = counter({ name: "test_requests_total", help: "Requests.", labels: ["status"] });
  const seconds = histogram({ name: "test_seconds", help: "Time." });
  gauge({ name: "test_waiting", help: "Waiting.", labels: ["state"] }, () => [
    { labels: { state: "queued" }, value: 3 },
    { labels: { state: "sending" }, value: 1 },
  ]);
  count.inc({ status: "200" });
  seconds.observe(0.2);
  const text = await page();
  expect(text).toContain('test_requests_total{status="200"} 1');
  expect(text).toContain('test_seconds_bucket{le="0.25"} 1');
  expect(text).toContain('test_seconds_bucket{le="0.1"} 0');
  expect(text).toContain('test_waiting{state="queued"} 3');
});

it("a state in which nothing waits any more does not stay on the page", async () => {
  let waiting = [{ labels: { state: "gone" }, value: 1 }];
  gauge({ name: "test_states", help: "States.", labels: ["state"] }, () => waiting);
  expect(await page()).toContain('test_states{state="gone"} 1');
  waiting = [];
  expect(await page()).not.toContain("test_states{");
});

it("a gauge that cannot be read is left out, and the rest stays", async () => {
  gauge({ name: "test_broken", help: "Broken." }, () => Promise.reject(new Error("no database")));
  gauge({ name: "test_fine", help: "Fine." }, () => [{ value: 7 }]);
  const text = await page();
  expect(text).toContain("test_fine 7");
  expect(text).not.toMatch(/^test_broken \d/m);
});

it("the lag of the event loop is there", async () => {
  startDefaultMetrics();
  expect(await page()).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
});
