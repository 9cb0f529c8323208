import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../test/processor-time.js';
import { pdfTrouble } from './pdf-check.js';

const pdf = (...objects: string[]) =>
  Buffer.from(
    `%PDF-1.7\n${objects.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer<</Root 1 0 R>>\n%%EOF\n`,
    'latin1',
  );
const stream = (dictionary: string, data: Buffer | string) =>
  `<<${dictionary}/Length ${data.length}>>\nstream\n${typeof data === 'string' ? data : data.toString('latin1')}\nendstream`;
const packed = (objects: string, more = '') =>
  pdf('<</Type/Catalog>>', stream(`/Type/ObjStm/N 1/First 4/Filter/FlateDecode${more}`, deflateSync(Buffer.from(`9 0 ${objects}`))));

describe('a PDF', () => {
  it('passes with pages, fonts, links to the web and form fields', () => {
    const link = '<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://www.gov.cn)>>>>';
    expect(pdfTrouble(pdf('<</Type/Catalog/OpenAction[3 0 R/Fit]/AcroForm<</Fields[]>>>>', link))).toBeNull();
    expect(pdfTrouble(packed('<</Type/Page/Font<</F1 2 0 R>>>>'))).toBeNull();
    expect(pdfTrouble(Buffer.from('%PDF-1.4\n'))).toBeNull();
  });

  it('may hold any bytes in the content of a page or a picture', () => {
    expect(pdfTrouble(pdf('<</Type/Catalog>>', stream('/Type/XObject', 'BT (/JavaScript /Launch) Tj ET /Encrypt ')))).toBeNull();
  });

  it.each([
    ['script', '<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'],
    ['script', '<</Type/Catalog/Names<</J#61vaScript 2 0 R>>>>'],
    ['script', '<</AcroForm<</XFA 4 0 R>>>>'],
    ['launch', '<</S/Launch/F(cmd.exe)>>'],
    ['launch', '<</S/SubmitForm/F(http://x)>>'],
    ['attachment', '<</Names<</EmbeddedFiles 3 0 R>>>>'],
    ['encrypted', '<</Type/Catalog>>\nendobj\ntrailer<</Encrypt 5 0 R>>\n9 0 obj\n'],
  ] as const)('is refused for %s', (trouble, object) => {
    expect(pdfTrouble(pdf('<</Type/Catalog>>', object))).toBe(trouble);
  });

  it('is looked through where objects are packed into streams, also behind another stream', () => {
    expect(pdfTrouble(packed('<</S/JavaScript/JS(x)>>'))).toBe('script');
    const behind = pdf(
      '<</Type/Catalog>>',
      stream('/Length1 3', 'abc'),
      stream('/N 1/First 4/Filter/FlateDecode', deflateSync(Buffer.from('9 0 <</S/Launch>>'))),
    );
    expect(pdfTrouble(behind)).toBe('launch');
    expect(pdfTrouble(pdf(stream('/Type/ObjStm/N 1/First 4', '9 0 <</S/Launch>>')))).toBe('launch');
  });

  it('is refused where its objects can not be looked through: other filters, damage, a bomb', () => {
    expect(pdfTrouble(pdf(stream('/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]', 'abcd')))).toBe('packed');
    expect(pdfTrouble(pdf(stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', 'not deflated')))).toBe('packed');
    expect(pdfTrouble(packed('<</A/B>>', '/DecodeParms<</Predictor 12>>'))).toBe('packed');
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024));
    expect(pdfTrouble(pdf(stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', bomb)))).toBe('packed');
  });

  it('of twenty megabytes is looked through in moments', () => {
    const large = pdf('<</Type/Catalog>>', ...Array.from({ length: 20 }, () => stream('/Type/XObject', 'x'.repeat(1024 * 1024))));
    const used = processorTime();
    expect(pdfTrouble(large)).toBeNull();
    expect(used()).toBeLessThan(1000);
  });
});
