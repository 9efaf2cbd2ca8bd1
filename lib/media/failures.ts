const ASK_AGAIN = "Ask the customer to send it again.";

/** Why a file is not here, by the code that is stored. */
export const mediaFailures = {
  media_gone: { title: "WhatsApp no longer has this file.", nextStep: ASK_AGAIN },
  media_foreign_address: {
    title: "Its address is not one of WhatsApp's, so it was not fetched.",
    nextStep: ASK_AGAIN,
  },
  media_withheld: { title: "WhatsApp did not hand it out.", nextStep: ASK_AGAIN },
  media_token_dead: {
    title: "The channel's access token did not work for the seven days that WhatsApp keeps a file.",
    nextStep: `Enter a new one in the channel's settings. ${ASK_AGAIN}`,
  },
  media_not_stored: { title: "It could not be stored here.", nextStep: `Tell the operator. ${ASK_AGAIN}` },
  media_damaged: { title: "It did not arrive whole.", nextStep: ASK_AGAIN },
  media_too_large: {
    title: "It is larger than a file may be here.",
    nextStep: "Ask the customer for a smaller one.",
  },
};
export type MediaFailure = keyof typeof mediaFailures;

/** In English, with the code for readers of other languages; what an earlier version stored is words already. */
export function wordsOfFailure(stored: string | null): { failure: string | null; failureCode: MediaFailure | null } {
  if (stored === null || !Object.hasOwn(mediaFailures, stored)) return { failure: stored, failureCode: null };
  const failureCode = stored as MediaFailure;
  const { title, nextStep } = mediaFailures[failureCode];
  return { failure: `${title} ${nextStep}`, failureCode };
}
