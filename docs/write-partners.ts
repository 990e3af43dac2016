/** `npm run partners:document`: docs/partners.md with the operations as their table has them. */
import { readFile, writeFile } from "node:fs/promises";
import { withOperations } from "./partners-operations.ts";

const document = new URL("./partners.md", import.meta.url);
await writeFile(document, withOperations(await readFile(document, "utf8")));
