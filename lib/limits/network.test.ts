import { expect, it } from "vitest";
import { ownerQuery } from "@/test/database";
import { networkOf } from "./index";

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::ffff:c000:207", "192.0.2.7"],
])("the address %s counts as %s, which the database can read", async (address, expected) => {
  const network = networkOf(address);
  expect(network).toBe(expected);
  expect(await ownerQuery("select 1 as read where $1::inet is not null", [network])).toEqual([{ read: 1 }]);
});

it.each(["unknown", "someone@example.test", ""])("what is no address, like %j, stays as it is", (part) => {
  expect(networkOf(part)).toBe(part);
});
