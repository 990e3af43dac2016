import { playFolder } from "./play-folder.ts";

playFolder("happy-path");
