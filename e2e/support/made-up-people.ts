import { threadId } from 'node:worker_threads';
import { sampleIdentity } from '@onewindow/contracts';

/** Somebody who comes to the counter: made up, with a number that nobody else in the run has. */
export interface MadeUpPerson {
  name: string;
  identityNumber: string;
  phone: string;
  address: string;
}

const FAMILIES = '欧阳|司徒|上官|诸葛|端木|皇甫|尉迟|公孙|慕容|令狐'.split('|');
const GIVEN = '安然|子墨|思远|若溪|清和|明哲|书瑶|景行|知秋|怀瑾|望舒|含章'.split('|');

/** Serials of made-up people, a range for each thread of the run; far from those of the demonstration. */
let serial = 700_000 + threadId * 5_000;

/** The next serial: keeps people, forms and numbers apart. */
export function nextSerial(): number {
  serial += 1;
  return serial;
}

/** Somebody new. Two-character family names, which the demonstration does not have. */
export function madeUpPerson(): MadeUpPerson {
  const number = nextSerial();
  return {
    name: `${FAMILIES[number % FAMILIES.length] ?? ''}${GIVEN[Math.floor(number / 10) % GIVEN.length] ?? ''}`,
    identityNumber: sampleIdentity(number),
    phone: `139${String(number * 7919)
      .slice(-8)
      .padStart(8, '0')}`,
    address: `临江区望湖街道梧桐路 ${(number % 400) + 1} 号`,
  };
}
