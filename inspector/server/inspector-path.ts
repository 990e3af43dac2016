/** Where the page is mounted. */
export const inspectorPath = "/inspector";
