import { extname } from 'node:path';
import { MATERIAL_MEDIA_TYPES } from '@onewindow/contracts';
import { fileTypeFromBuffer } from 'file-type';

export type MaterialMediaType = (typeof MATERIAL_MEDIA_TYPES)[number];

const EXTENSIONS = {
  'application/pdf': ['.pdf'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
  'image/webp': ['.webp'],
} as const satisfies Record<MaterialMediaType, readonly string[]>;

/** Bytes at the head of a file that tell its type. */
export const SNIFF_BYTES = 4_100;

/** What a file is by its content, and whether its name and its declared type tell the truth. */
export interface Sniffed {
  readonly mediaType: MaterialMediaType;
  readonly honest: boolean;
}

function isMaterial(mediaType: string | undefined): mediaType is MaterialMediaType {
  return MATERIAL_MEDIA_TYPES.some((known) => known === mediaType);
}

/**
 * Tells a file's type by its content.
 * @param head the first bytes
 * @param name the file's name as the client sent it
 * @param declared the media type that the client declared
 * @returns null when the content is none of the allowed types
 */
export async function sniff(head: Uint8Array, name: string, declared: string): Promise<Sniffed | null> {
  const found = await fileTypeFromBuffer(head);
  if (!isMaterial(found?.mime)) return null;
  const mediaType = found.mime;
  const extension = extname(name).toLowerCase();
  const extensions: readonly string[] = EXTENSIONS[mediaType];
  const honestName = extension === '' || extensions.includes(extension);
  const honestType =
    declared === '' || declared === 'application/octet-stream' || declared.split(';')[0]?.trim().toLowerCase() === mediaType;
  return { mediaType, honest: honestName && honestType };
}
