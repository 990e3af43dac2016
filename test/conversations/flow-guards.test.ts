import { playFolder } from "./play-folder.ts";

playFolder("flow-guards");
