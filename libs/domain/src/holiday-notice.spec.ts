import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from './calendar.js';
import { calendarYear, keptEntries } from './calendar-year.js';
import { readHolidayNotice, yearOfNotice } from './holiday-notice.js';

/** As the State Council's General Office published it on 2025-11-04. */
const NOTICE_2026 = `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

/** Of 2025: two holidays in one, a single day, months spelled on both ends. */
const NOTICE_2025 = `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`;

describe('R1.2 a pasted notice', () => {
  it.each([
    [2026, NOTICE_2026, 248],
    [2025, NOTICE_2025, 248],
  ])('of %d gives the year that the calendar package carries', (year, text, workingDays) => {
    const { holidays, faults } = readHolidayNotice(text, year);
    expect(faults).toEqual([]);
    const published = publishedCalendar();
    const entries = yearOfNotice(year, holidays);
    expect(entries.filter(({ day, kind }) => (kind === 'work') !== published.isWorkingDay(day))).toEqual([]);
    expect(entries.filter(({ kind }) => kind === 'work')).toHaveLength(workingDays);
    expect(calendarYear(year, keptEntries(entries), []).filter(({ working }) => working)).toHaveLength(workingDays);
  });

  it('names the days it moves', () => {
    const { holidays } = readHolidayNotice(NOTICE_2025, 2025);
    expect(holidays.map(({ name, off, work }) => [name, off.length, work])).toEqual([
      ['元旦', 1, []],
      ['春节', 8, ['2025-01-26', '2025-02-08']],
      ['清明节', 3, []],
      ['劳动节', 5, ['2025-04-27']],
      ['端午节', 3, []],
      ['国庆节、中秋节', 8, ['2025-09-28', '2025-10-11']],
    ]);
  });

  it('of another year is found out by its weekdays', () => {
    const { faults } = readHolidayNotice(NOTICE_2026, 2027);
    expect(faults).toContain('2027-01-01 写的是周四，其实是周五。核对年份。');
    expect(faults).toContain('2027-05-09 写的是周六，其实是周日。核对年份。');
  });

  it.each([
    ['a holiday is missing', NOTICE_2026.replace(/三、清明节[^\n]*\n/u, ''), '缺清明的放假日期。把通知全文贴进来。'],
    ['a day that is not', NOTICE_2026.replace('4月4日（周六）', '4月31日'), '没有“4月31日至6日(周一)”里的 2026-04-31 这一天。'],
    [
      'a day of another year',
      NOTICE_2026.replace('1月1日（周四）', '2025年12月31日（周三）'),
      '2025-12-31 不是 2026 年的日子。那一天到 2025 年里单独改。',
    ],
    ['a day twice', NOTICE_2026.replace('5月9日（周六）', '5月5日（周二）'), '2026-05-05 在劳动节里列了两次。'],
    ['a count that is wrong', NOTICE_2026.replace('共9天', '共8天'), '春节写的是共 8 天，列出的是 9 天。'],
    ['an end before the start', NOTICE_2026.replace('5月1日（周五）至5日', '5月5日至5月1日'), '“5月5日至5月1日(周二)”的起止不对。'],
    ['nothing at all', '放假安排另行通知', '缺元旦、春节、清明、劳动节、端午、中秋、国庆的放假日期。把通知全文贴进来。'],
  ])('is refused when %s', (_, text, fault) => {
    expect(readHolidayNotice(text, 2026).faults).toContain(fault);
  });
});
