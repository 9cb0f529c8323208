import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type CapturedPage, type Crop, moved, sourceCrop } from './pages.js';
import { bake, findSheet } from './picture.js';

/** The pages of one document while they are taken and put in order. */
export function usePages() {
  const [pages, setPages] = useState<readonly CapturedPage[]>([]);
  const latest = useRef(pages);
  useEffect(() => {
    latest.current = pages;
  });

  const add = useCallback((source: Blob) => {
    setPages((all) => [...all, { id: crypto.randomUUID(), source, rotation: 0, crop: null, shown: source }]);
  }, []);
  const remove = useCallback((id: string) => setPages((all) => all.filter((page) => page.id !== id)), []);
  const move = useCallback((id: string, by: number) => setPages((all) => moved(all, id, by)), []);

  const change = useCallback(async (id: string, how: (page: CapturedPage) => Partial<Pick<CapturedPage, 'rotation' | 'crop'>>) => {
    const page = latest.current.find((one) => one.id === id);
    if (!page) return;
    const edited = { ...page, ...how(page) };
    const shown = await bake(edited);
    setPages((all) => all.map((one) => (one.id === id ? { ...edited, shown } : one)));
  }, []);
  const rotate = useCallback(
    (id: string) => void change(id, ({ rotation }) => ({ rotation: ((rotation + 90) % 360) as CapturedPage['rotation'] })),
    [change],
  );
  const crop = useCallback(
    (id: string, shown: Crop) => void change(id, (page) => ({ crop: sourceCrop(shown, page.rotation, page.crop) })),
    [change],
  );
  /** 裁边: to the sheet that lies there; a second time shows the whole picture again. @returns false when nothing stands out */
  const trim = useCallback(
    async (id: string): Promise<boolean> => {
      const page = latest.current.find((one) => one.id === id);
      if (!page) return false;
      const found = page.crop === null ? await findSheet(page.source) : null;
      if (page.crop === null && found === null) return false;
      await change(id, () => ({ crop: found }));
      return true;
    },
    [change],
  );

  // One address for each picture, given back when it is no longer shown.
  const urls = useMemo(() => new Map(pages.map(({ shown }) => [shown, URL.createObjectURL(shown)] as const)), [pages]);
  useEffect(() => () => urls.forEach((url) => URL.revokeObjectURL(url)), [urls]);

  return { pages, urls, add, remove, move, rotate, crop, trim };
}
