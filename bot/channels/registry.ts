/** The channels: a folder and a line here for each. Whatever else needs to know them asks registered.ts. */
export { demo } from "./demo/demo.ts";
export { telegram } from "./telegram/telegram.ts";
export { terminal } from "./terminal/terminal.ts";
export { web } from "./web/web.ts";
