/** Mail out: by SMTP where it is set up, else, in the demo, into a small folder that `/mail` shows. */
export { type KeptMail, listKeptMails, mailsAreKept } from "./kept-mails";
export { linkTo } from "./link";
export { type Mail, mailIsSetUp, sendMail } from "./send";
export { mailWords } from "./words";
