import type { SecretKind } from "../../../../machines/message-kinds.ts";
import type { Messages } from "../../messages.ts";
import { both } from "../format.ts";

const names: Record<SecretKind, string> = {
  "id-number": "ID number",
  "card-number": "card number",
  phone: "phone number",
  code: "code",
  password: "password",
  email: "e-mail address",
  "account-name": "account name",
  document: "document number",
};

export const secrets: Messages["secrets"] = {
  typed: (kinds) =>
    `I have masked the ${both(kinds.map((kind) => names[kind]))} you sent and kept nothing of it. Please do not send such things in the chat: nothing here needs them, and nobody of us asks for them.`,
  asked:
    "If somebody called or wrote to ask you for a code or a password, that is fraud: change the password and have your bank freeze the card. If money has gone, report it to the police on 110; the anti-fraud line is 96110.",
};
