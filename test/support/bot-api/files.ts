/** Files that are sent, checked as Telegram does. */
import { badRequest } from "./failures.ts";
import type { SentFile } from "./parameters.ts";

export interface SentPhoto extends SentFile {
  width: number;
  height: number;
}

const megabyte = 1024 * 1024;

/** At most 10 MB; width and height together at most 10,000, and at most 20 to 1. */
export function checkPhoto(photo: SentFile): SentPhoto {
  checkFile(photo, 10 * megabyte);
  const { width, height } = sizeOfPng(photo.bytes);
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height))
    throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return { ...photo, width, height };
}

export function checkDocument(document: SentFile): SentFile {
  checkFile(document, 50 * megabyte);
  return document;
}

function checkFile({ name, bytes }: SentFile, largest: number): void {
  if (name === "" || name === "blob") throw badRequest("file has no name");
  if (bytes.length === 0) throw badRequest("file must be non-empty");
  if (bytes.length > largest) throw badRequest("file is too big");
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** From the header chunk, which comes first (PNG specification, 11.2.1). */
export function sizeOfPng(bytes: Uint8Array): { width: number; height: number } {
  if (!signature.every((byte, index) => bytes[index] === byte)) throw badRequest("IMAGE_PROCESS_FAILED");
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}
