/** A transfer hands a conversation over, with a word for whoever gets it. */
export { transferConversation } from "./transfer";
