import { playFolder } from "./play-folder.ts";

playFolder("corrections");
