import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCaseNo } from './case-no.js';
import { makeCreditCode } from './credit-code.js';
import { makeIdentityNumber } from './identity-number.js';
import { readScan } from './scan.js';

const TODAY = '2026-11-05';
const read = (text: string) => readScan(text, TODAY);
const TOKEN = 'aB3_xY-9kLmN0pQrStUvWxYz';

describe('what was scanned', () => {
  it.each([
    ['11010519491231002X', 'identityNumber', 'ok'],
    ['11010519491231002x', 'identityNumber', 'ok'],
    ['110105 19491231 002X', 'identityNumber', 'ok'],
    ['110105194912310021', 'identityNumber', 'bad'],
    ['110105194902300023', 'identityNumber', 'bad'],
    ['110105202702280020', 'identityNumber', 'bad'],
    ['91350100M000100Y43', 'creditCode', 'ok'],
    ['91350100m000100y43', 'creditCode', 'ok'],
    ['91350100M000100Y44', 'creditCode', 'warn'],
    ['91350100I000100Y43', 'creditCode', 'bad'],
    ['440199202610290003189', 'caseNo', 'ok'],
    ['440199 20261029 000318 9', 'caseNo', 'ok'],
    ['440199202610290003188', 'caseNo', 'bad'],
    ['440199202613290003189', 'caseNo', 'bad'],
  ] as const)('%s is %s, %s (R8.1, R8.2, R8.4)', (text, kind, state) => {
    expect(read(text)).toMatchObject({ kind, check: { state } });
  });

  it('says what is wrong in words', () => {
    expect(read('110105194912310021')).toMatchObject({ check: { reason: '身份证号校验位不对，有一位输错。对照证件改正' } });
    expect(read('11010519491231002X')).toMatchObject({ check: { reason: null } });
    expect(read('110105194902300023')).toMatchObject({ check: { reason: '第 7–14 位 19490230 不是存在的日期。对照证件改正' } });
  });

  it('knows the QR codes of receipts and number slips', () => {
    expect(read(`https://ow.example.gov.cn/front/progress/${TOKEN}`)).toEqual({ kind: 'receipt', token: TOKEN });
    expect(read(`http://127.0.0.1:3000/front/ticket/${TOKEN}/`)).toEqual({ kind: 'ticket', token: TOKEN });
  });

  it.each(['', 'hello world', '12345', 'https://example.com/', `https://evil.example/other/${TOKEN}`, '张三', "'; DROP TABLE cases; --"])(
    'makes nothing of %j',
    (text) => {
      expect(read(text).kind).toBe('unknown');
    },
  );

  it('never takes a right number for another thing', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-11-04'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 999 }), (birth, serial) => {
        const number = makeIdentityNumber('440106', birth, serial);
        expect(read(number)).toEqual({ kind: 'identityNumber', number, check: { state: 'ok', reason: null } });
      }),
    );
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 999_999 }), (date, serial) => {
        const caseNo = formatCaseNo({ region: '440199', date, serial });
        expect(read(caseNo)).toEqual({ kind: 'caseNo', caseNo, check: { state: 'ok', reason: null } });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (serial) => {
        const number = makeCreditCode('MA', '440199', serial);
        expect(read(number)).toEqual({ kind: 'creditCode', number, check: { state: 'ok', reason: null } });
      }),
    );
  });

  it('never throws, whatever a broken scanner sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof read(text).kind).toBe('string');
      }),
    );
  });
});
