/**
 * As long as a file's address stays after the press. The browser takes it up in a process of its own; taken away at once, a busy machine saves
 * it without its name, or not at all.
 */
const KEPT_MS = 60_000;

/** Gives a file that was made in the page to the browser's downloads. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
