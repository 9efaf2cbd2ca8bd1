/** What a file can be sent as, and why not: pure rules and plain types, which components use before an upload. */
export { mediaFailures, wordsOfFailure } from "./failures";
export { harmlessName } from "./harmless-name";
export {
  type Candidate,
  type FileRefusal,
  isRefusal,
  type Judgement,
  judgeFile,
  type RefusalCode,
  refusalCodes,
  typeByName,
  type UploadAs,
  uploadAs,
} from "./uploads/judge";
