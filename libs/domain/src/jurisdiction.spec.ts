import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  findPlace,
  finestLevel,
  type Office,
  officeFor,
  OFFICE_LEVELS,
  type PlaceInput,
  placesToChoose,
  regionAt,
  type RegionNode,
} from './jurisdiction.js';

const DISTRICT = '440199';
const REGIONS: RegionNode[] = [
  { code: DISTRICT, name: '临江区', level: 'district', parentCode: null },
  { code: '440199001', name: '望湖街道', level: 'street', parentCode: DISTRICT },
  { code: '440199002', name: '江滨街道', level: 'street', parentCode: DISTRICT },
  { code: '440199001001', name: '梧桐社区', level: 'community', parentCode: '440199001' },
  { code: '440198', name: '云山区', level: 'district', parentCode: null },
  { code: '440198001', name: '松涛街道', level: 'street', parentCode: '440198' },
];
const OFFICES: Office[] = [
  { code: 'civil', line: null, regionCode: DISTRICT },
  { code: 'civil-wh', line: 'civil', regionCode: '440199001' },
  { code: 'civil-ys', line: 'civil', regionCode: '440198' },
  { code: 'police', line: null, regionCode: DISTRICT },
];
const at = { regions: REGIONS, offices: OFFICES };

function find(more: Partial<PlaceInput>) {
  const input: PlaceInput = {
    rule: { level: 'district', fields: ['household', 'address'] },
    needs: 'street',
    form: {},
    applicantAddress: null,
    regions: REGIONS,
    within: DISTRICT,
    ...more,
  };
  const { place, source, problem } = findPlace(input);
  return [place?.code ?? null, source, problem];
}

describe('the applicant’s place (CrossHall)', () => {
  it('is that of the first address of the form that names a region', () => {
    const form = { household: { region: DISTRICT, street: '440199002' }, address: { region: DISTRICT, street: '440199001' } };
    expect(find({ form })).toEqual(['440199002', 'form', null]);
    expect(find({ form: { ...form, household: undefined } })).toEqual(['440199001', 'form', null]);
  });

  it('is read from words, the finest region named; a community lies in its street', () => {
    expect(find({ form: { household: '临江区望湖街道梧桐社区 3 号' } })).toEqual(['440199001001', 'form', null]);
    expect(find({ applicantAddress: '广州市临江区江滨街道滨河西路 9 号' })).toEqual(['440199002', 'applicant', null]);
  });

  it('is unclear without an address, when it stops at the district, and when it names two streets: the counter chooses', () => {
    expect(find({})).toEqual([null, null, expect.stringContaining('选申请人所在的街道')]);
    expect(find({ form: { address: { region: DISTRICT, detail: '临江大道 1 号' } } })).toEqual([
      DISTRICT,
      'form',
      expect.stringContaining('地址只到临江区'),
    ]);
    expect(find({ form: { address: '临江区望湖街道与江滨街道交界处' } })).toEqual([
      DISTRICT,
      'form',
      expect.stringContaining('地址只到临江区'),
    ]);
    expect(find({ form: { address: { region: '999999', street: '999999001' } } })[0]).toBeNull();
  });

  it('is no street of this district where the words name another district, known here or not', () => {
    expect(find({ form: { household: '云山区望湖街道 8 号' } })).toEqual(['440198', 'form', expect.stringContaining('云山区不归本区办理')]);
    for (const household of ['湖南省长沙市岳麓区望湖街道 8 号', '天河区 望湖街道 8 号', '番禺区市桥街道 8 号'])
      expect(find({ form: { household, address: '临江区江滨街道 2 号' }, applicantAddress: '临江区江滨街道 2 号' })[0]).toBeNull();
    expect(find({ form: { household: { region: '430104', street: '430104001' } }, applicantAddress: '临江区江滨街道 2 号' })[0]).toBeNull();
    expect(find({ form: { household: '番禺区市桥街道 8 号' } })[2]).toContain('不在本区的区划里，不予受理');
    // A community that lies elsewhere leaves the street that is named.
    expect(find({ form: { household: '临江区江滨街道梧桐社区 3 号' } })[0]).toBe('440199002');
  });

  it('falls back on the next address where the first names no region at all', () => {
    for (const household of ['', undefined, '梧桐路 118 号', '梧桐小区 3 幢'])
      expect(find({ form: { household, address: '望湖街道 2 号' } })).toEqual(['440199001', 'form', null]);
    expect(find({ form: { household: '梧桐路 118 号' }, applicantAddress: '临江区江滨街道 2 号' })).toEqual([
      '440199002',
      'applicant',
      null,
    ]);
  });

  it('tells streets of one name apart by their district', () => {
    const regions: RegionNode[] = [...REGIONS, { code: '440198002', name: '望湖街道', level: 'street', parentCode: '440198' }];
    expect(find({ regions, form: { household: '临江区望湖街道 8 号' } })[0]).toBe('440199001');
    expect(find({ regions, form: { household: '望湖街道 8 号' } })[0]).toBeNull();
  });

  it('of a district’s item may stop at the district', () => {
    expect(find({ needs: 'district', form: { address: { region: DISTRICT } } })).toEqual([DISTRICT, 'form', null]);
  });

  it('in another district is not this region’s', () => {
    expect(find({ form: { address: { region: '440198', street: '440198001' } } })).toEqual([
      '440198001',
      'form',
      expect.stringContaining('云山区不归本区办理'),
    ]);
  });
});

describe('the office that answers', () => {
  it('is the line’s own at the level, else the nearest above', () => {
    expect(officeFor('civil', 'street', '440199001001', at)?.code).toBe('civil-wh');
    expect(officeFor('civil', 'street', '440199002', at)?.code).toBe('civil');
    expect(officeFor('civil', 'district', '440199001', at)?.code).toBe('civil');
    expect(officeFor('civil', 'district', '440198001', at)?.code).toBe('civil-ys');
    expect(officeFor('police', 'street', '440199001', at)?.code).toBe('police');
  });

  it('is none where no office of the line covers the place, or the place is wider than the level', () => {
    expect(officeFor('police', 'street', '440198001', at)).toBeNull();
    expect(officeFor('civil', 'street', DISTRICT, at)).toBeNull();
    expect(officeFor('civil', 'district', '999999', at)).toBeNull();
  });

  it('never lies below the level nor outside the place’s own line of regions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REGIONS),
        fc.constantFrom(...OFFICE_LEVELS),
        fc.constantFrom('civil', 'police', 'tax'),
        (place, level, line) => {
          const office = officeFor(line, level, place.code, at);
          if (office === null) return;
          expect(place.code.startsWith(office.regionCode)).toBe(true);
          const of = regionAt('street', office.regionCode, REGIONS);
          expect(level === 'district' ? of : null).toBeNull();
        },
      ),
    );
  });

  it('survives a ring of regions', () => {
    const ring: RegionNode[] = [
      { code: 'a', name: '甲', level: 'community', parentCode: 'b' },
      { code: 'b', name: '乙', level: 'community', parentCode: 'a' },
    ];
    expect(regionAt('district', 'a', ring)).toBeNull();
  });
});

it('offers the regions of the level within the receiving district', () => {
  expect(placesToChoose('street', DISTRICT, REGIONS).map(({ code }) => code)).toEqual(['440199001', '440199002']);
  expect(placesToChoose('district', DISTRICT, REGIONS).map(({ code }) => code)).toEqual([DISTRICT]);
});

it('asks for the finest level of decision and steps', () => {
  expect(finestLevel(['district', undefined])).toBe('district');
  expect(finestLevel(['district', 'street'])).toBe('street');
});
