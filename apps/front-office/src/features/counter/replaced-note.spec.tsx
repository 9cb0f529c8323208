/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { render } from '../../../test/render.js';
import { ReplacedNote } from './replaced-note.js';

describe('ReplacedNote', () => {
  it('tells of another applicant, not of the first one', () => {
    const page = render(<ReplacedNote applicantId={null} />);
    page.update(<ReplacedNote applicantId="a" />);
    expect(page.container.textContent).toBe('');
    page.update(<ReplacedNote applicantId="b" />);
    expect(page.container.textContent).toContain('换了申请人');
    page.unmount();
  });
});
