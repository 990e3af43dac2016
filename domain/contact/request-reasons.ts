/**
 * Why somebody asks for a person. A complaint, a lawyer, a death and a wish to be left in peace are rights or griefs:
 * whoever answers them has to know before reading further.
 */
export const requestReasons = ["contact", "complaint", "lawyer", "bereavement", "stop-contact"] as const;
export type RequestReason = (typeof requestReasons)[number];
