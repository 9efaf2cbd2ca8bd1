import { expect, test } from "vitest";
import { requestOf, workspaceOf } from "./request";

test("path parts leave the body", () => {
  expect(requestOf("POST /conversations/:conversationId/assign", { conversationId: "c1", assigneeId: null })).toEqual({
    method: "POST",
    url: "/api/v1/conversations/c1/assign",
    body: '{"assigneeId":null}',
  });
});

test("what is left of a GET goes into the query, without what is absent", () => {
  const input = { conversationId: "c1", cursor: undefined, limit: 50 };
  expect(requestOf("GET /conversations/:conversationId/messages", input)).toEqual({
    method: "GET",
    url: "/api/v1/conversations/c1/messages?limit=50",
  });
});

test("a path part cannot leave its place", () => {
  expect(requestOf("GET /contacts/:contactId", { contactId: "../members?x=1" }).url).toBe(
    "/api/v1/contacts/..%2Fmembers%3Fx%3D1",
  );
});

test("the workspace is the first part of the page's path", () => {
  expect(workspaceOf("/demo/inbox/123")).toBe("demo");
});
