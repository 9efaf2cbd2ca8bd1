import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { labelColours } from "./types";

export const Label = z.object({ id: z.uuid(), name: z.string(), colour: z.enum(labelColours) });

const name = z.string().trim().min(1, "should not be empty").max(40);

export const ListLabels = contract({
  method: "GET",
  path: "/labels",
  permission: "conversations.read",
  summary: "List labels by name",
  input: PageInput,
  output: pageOf(Label),
});

export const CreateLabel = contract({
  method: "POST",
  path: "/labels",
  permission: "labels.manage",
  summary: "Create a label",
  input: z.object({ name, colour: z.enum(labelColours).default("grey") }),
  output: Label,
});

export const EditLabel = contract({
  method: "PATCH",
  path: "/labels/:labelId",
  permission: "labels.manage",
  summary: "Rename or recolour a label, wherever it stands",
  input: z.object({ labelId: z.uuid(), name: name.optional(), colour: z.enum(labelColours).optional() }),
  output: Label,
});

export const DeleteLabel = contract({
  method: "DELETE",
  path: "/labels/:labelId",
  permission: "labels.manage",
  summary: "Delete a label and take it off every conversation",
  input: z.object({ labelId: z.uuid() }),
  output: z.object({}),
});
