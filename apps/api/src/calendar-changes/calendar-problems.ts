import { changedSentence, DomainError, type IsoDate } from '@onewindow/domain';

/** Somebody else changed the calendar since the screen was opened. */
export class CalendarChanged extends DomainError {
  constructor(name: string, at: Date, today: IsoDate) {
    super({ code: 'calendar.changed', title: `${changedSentence(name, at, today).replace('本件', '日历')}。刷新`, kind: 'state' });
  }
}

/** Nothing would be another day than it is. */
export class CalendarUnchanged extends DomainError {
  constructor(words: string) {
    super({ code: 'calendar.nothing-changes', title: `${words}，没有要改的。`, kind: 'rule' });
  }
}

export class DayTwice extends DomainError {
  constructor(day: IsoDate) {
    super({ code: 'calendar.day-twice', title: `${day} 列了两次。留一个。`, kind: 'rule', facts: { day } });
  }
}

export class DaysOfTwoYears extends DomainError {
  constructor() {
    super({ code: 'calendar.two-years', title: '一次只改一年里的日子。跨年的分两次改。', kind: 'rule' });
  }
}

export class ReasonMissing extends DomainError {
  constructor() {
    super({ code: 'calendar.reason-missing', title: '没有写理由。改上班或休息要写明为什么，日期说明里会显示。', kind: 'rule' });
  }
}

/** R1.2: a notice or a table with faults; nothing of it was written. */
export class YearFaulty extends DomainError {
  constructor(year: number, faults: readonly string[]) {
    super({
      code: 'calendar.year-faulty',
      title: `${year} 年没有装入，${faults.length} 处不对：${faults.slice(0, 3).join('；').replace(/。$/u, '')}。改好再装。`.slice(0, 400),
      kind: 'rule',
      facts: { faults: faults.slice(0, 50) },
    });
  }
}

export class RunUnknown extends DomainError {
  constructor() {
    super({ code: 'calendar.run-unknown', title: '没有这次重算。刷新后重选。', kind: 'not-found' });
  }
}

export class SourceMissing extends DomainError {
  constructor() {
    super({ code: 'calendar.source-missing', title: '没有写来源。写明通知的文号。', kind: 'rule' });
  }
}
