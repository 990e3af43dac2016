/** Run by itself, with a data folder: stops the server there unless a process uses it. */
import { openCluster } from "./cluster.ts";
import { chooseDataFolder } from "./data-folder.ts";
import { join } from "./membership.ts";

const [, , folder] = process.argv;
if (folder !== undefined) {
  const member = await join(await openCluster(chooseDataFolder(folder)));
  await member?.leave();
}
