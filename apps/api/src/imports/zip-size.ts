const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** A comment at the end may be this long. */
const LONGEST_COMMENT = 65_535;

/**
 * What a zip says it unpacks to, in bytes; null when it is no zip. A workbook of a few megabytes that unpacks to gigabytes is a bomb and
 * must be refused before it is opened.
 */
export function unpackedSize(bytes: Buffer): number | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let at = bytes.length - 22; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return null;
}
