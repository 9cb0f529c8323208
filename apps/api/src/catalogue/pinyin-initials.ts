/**
 * Pinyin initials of a name, lower case, letters and digits alone: 食品经营许可（新办） → spjyxkxb. The dictionary is loaded when an item is published,
 * never by a process that only serves.
 */
export async function pinyinInitials(name: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' });
  return initials
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 120);
}
