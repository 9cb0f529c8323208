/** @jest-environment jsdom */
import { expect, it } from '@jest/globals';
import { render } from '../../test/render.js';
import { CaseMarks } from './case-marks.js';

it('R1.2 R2.3 a fuse that burns into a year whose holidays are not published says that its day is provisional', () => {
  const words = (provisional: boolean, short: boolean) => {
    const page = render(<CaseMarks outageNo={null} deemed={false} fuse={{ remaining: 2, light: 'yellow', provisional }} short={short} />);
    const { textContent } = page.container;
    page.unmount();
    return textContent;
  };
  expect(words(true, false)).toBe(`${words(false, false)}（暂定）`);
  expect(words(true, true)).toBe(`${words(false, true)}（暂定）`);
});
