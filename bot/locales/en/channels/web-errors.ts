import type { Messages } from "../../messages.ts";

export const webErrors: Messages["webErrors"] = {
  "bad-request": "That request was incomplete or malformed. Please reload the page and try again.",
  "no-session": "This conversation is not open. Please reload the page and try again.",
  "foreign-page": "That request came from another web page and was refused. Please open Jiedao's own page.",
  "not-found": "There is nothing here under that address.",
  "too-long": "That message is too long: 4096 characters at most. Please send it in parts.",
  "wrong-host":
    "Jiedao is not served under this address. Open the one shown at its start, or set PUBLIC_URL to use another.",
  "drawing-busy": "Many pictures are being drawn right now. Please try again in a few seconds.",
  "too-many":
    "Your earlier messages are still being dealt with, so this one was not taken. Please send it again in a few seconds.",
  fault: "Sorry, something went wrong on our side. It has been noted; please try again later.",
};
