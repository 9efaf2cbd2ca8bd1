/** The demo's two numbers. The first has the ids of Meta's own samples, so that their bodies find it. */
export const demoNumber = {
  name: "Kettle & Lamp",
  phoneNumberId: "106540352242922",
  wabaId: "102290129340398",
  displayPhoneNumber: "+1 555-078-3881",
};

export const otherNumber = {
  name: "Harbour Clinic",
  phoneNumberId: "106540352242977",
  wabaId: "102290129340477",
  displayPhoneNumber: "+1 555-078-4112",
};
