import { addCalendarDays } from '@onewindow/domain';
import type { ItemVersions } from '../../catalogue/index.js';
import { type CommandTx, sql } from '../../platform/index.js';
import { BIRTH, START_BUSINESS } from '../catalogue/bundles.js';
import { itemCodeOf } from '../catalogue/item-codes.js';
import { DISTRICT } from '../organisation/units.js';
import { Agenda } from './agenda.js';
import { APPLICANTS } from './applicants.js';
import { type BundlePlan, BundleTale } from './bundle-tale.js';
import type { World } from './case-tale.js';
import type { BundleServices } from './story-services.js';

const VERSION = sql<{ id: string }>(`SELECT published_version_id AS id FROM item WHERE code = $1`);

type BundleWorld = Omit<World, 'agenda' | 'bulk'> & { bundles: BundleServices; versions: ItemVersions };

/** Two bundles: a company on its way through five departments, and a newborn whose results lie ready, one of them denied. */
export async function plantBundles(tx: CommandTx, world: BundleWorld): Promise<number> {
  const agenda = new Agenda();
  const plans = [await startBusiness(tx, world), await birth(tx, world)];
  for (const plan of plans) new BundleTale({ ...world, agenda }, plan).plot();
  await agenda.tell(tx);
  return plans.length;
}

async function versionOf(tx: CommandTx, { versions }: BundleWorld, item: Parameters<typeof itemCodeOf>[0]) {
  const [found] = await tx.query(VERSION, [itemCodeOf(item)]);
  if (!found) throw new Error(`bundle ${item.basicCode} is not published`);
  return await versions.get(found.id, tx);
}

const address = (detail: string) => ({ region: DISTRICT, street: '440199001', words: '临江区望湖街道', detail });

async function startBusiness(tx: CommandTx, world: BundleWorld): Promise<BundlePlan> {
  const { cast, times } = world;
  const applicant = APPLICANTS.adult[30] ?? APPLICANTS.adult[0];
  if (!applicant) throw new Error('nobody founds a company');
  return {
    version: await versionOf(tx, world, START_BUSINESS),
    applicant,
    seat: cast.clerk('LJ-QZ', 0, '综合窗口'),
    answers: { seal: true, invoice: true, staff: true },
    form: {
      company: '临江清禾软件有限公司',
      address: address('临江大道 66 号 5 层 501'),
      phone: applicant.input.phone ?? '13800138000',
      employees: 6,
      type: 'single',
      capital: 100_000_000,
      industry: 'software',
      opensOn: addCalendarDays(times.today, 14),
      soleHolder: applicant.input.name,
      seals: 'set',
      sealMaterial: 'copper',
      taxpayer: 'small',
      invoices: 50,
      fundShare: 8,
    },
    acceptedAt: times.at(1, 0.2),
    children: [
      { key: 'licence', at: times.at(1, 0.85), outcome: 'grant' },
      { key: 'invoice', at: times.at(0, 0.4), outcome: 'grant' },
      { key: 'seal', at: times.at(0, 0.6), outcome: 'claimed' },
    ],
  };
}

async function birth(tx: CommandTx, world: BundleWorld): Promise<BundlePlan> {
  const { cast, times } = world;
  const applicant = APPLICANTS.adult[31] ?? APPLICANTS.adult[0];
  if (!applicant) throw new Error('nobody has a child');
  return {
    version: await versionOf(tx, world, BIRTH),
    applicant,
    seat: cast.clerk('LJ-QZ', 3, '综合窗口'),
    answers: { married: true, card: true },
    form: {
      baby: `${applicant.input.name.charAt(0)}知远`,
      phone: applicant.input.phone ?? '13800138000',
      bornOn: addCalendarDays(times.today, -24),
      hospital: '临江区妇幼保健院',
      follows: 'mother',
      address: '临江区望湖街道梧桐路 26 号 2 幢 301',
      bankAccount: '6222023602001234567',
      cardBank: 'grcb',
    },
    acceptedAt: times.at(5, 0.3),
    children: [
      { key: 'certificate', at: times.at(4, 0.4), outcome: 'grant' },
      { key: 'household', at: times.at(3, 0.5), outcome: 'grant' },
      { key: 'insurance', at: times.at(2, 0.3), outcome: 'grant' },
      { key: 'card', at: times.at(1, 0.6), outcome: { deny: '母亲名下已有为该婴儿在制的社会保障卡，不重复制卡' } },
    ],
  };
}
