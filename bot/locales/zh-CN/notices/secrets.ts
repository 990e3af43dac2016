/** What should not be typed into a chat. */
import type { SecretKind } from "../../../../machines/message-kinds.ts";

const names: Record<SecretKind, string> = {
  "id-number": "身份证号",
  "card-number": "卡号",
  phone: "电话号码",
  code: "验证码",
  password: "密码",
  email: "邮箱",
  "account-name": "账号",
  document: "证件号",
};

export const secrets = {
  typed: (kinds: readonly SecretKind[]): string =>
    `你发来的${kinds.map((kind) => names[kind]).join("、")}，我已经打码，没有留下。这些别在聊天里发：在这里办事用不着，我们也没有人会问你要。`,
  /** A code or a password that somebody asked for. */
  asked:
    "要是有人打电话或发消息跟你要过验证码、密码，那是骗子：马上改密码，请银行冻结卡片；钱已经转出去，就打110报警，也可以打96110（反诈专线）。",
};
