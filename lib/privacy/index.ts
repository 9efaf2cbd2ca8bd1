/** What a privacy policy promises to the people in the data: erasure first. */
export { type ErasureCertificate, eraseContact } from "./erase-contact";
