/** The highest simple annual rate of any offer, all-in: a fraction (domain/disclosure/all-in-cap.ts has its source). */
export const ALL_IN_CAP = "0.24";
