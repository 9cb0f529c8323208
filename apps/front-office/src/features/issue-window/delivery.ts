import type { DeliveryInput, ReadyRow } from '@onewindow/contracts';
import {
  DELIVERY_LABELS,
  type DeliveryField,
  deliveryFields,
  deliveryPlace,
  deliveryProblems,
  isCaseNoShaped,
  type PickupMethod,
} from '@onewindow/domain';

/** How the results leave the window, and what is told of the parcel or the box (R6.2). */
export type DeliveryEntry = { method: PickupMethod } & Record<DeliveryField, string>;

/** The same as far as the clerk has told it: no address yet means the one on record. */
export type ToldDelivery = Omit<DeliveryEntry, 'address'> & { address: string | null };

/** The hall's own carrier is the usual one; it can be written over. */
export const EMPTY_DELIVERY: ToldDelivery = {
  method: 'window',
  carrier: '中国邮政 EMS',
  trackingNo: '',
  address: null,
  cabinet: '',
  box: '',
};

export const PICKUP_METHODS = [
  { value: 'window', label: '现场取件', keys: 'Alt+1' },
  { value: 'post', label: '邮寄', keys: 'Alt+2' },
  { value: 'cabinet', label: '自助柜', keys: 'Alt+3' },
] as const satisfies readonly { value: PickupMethod; label: string; keys: string }[];

/** After a hand-over the next is at the window again; carrier and cabinet are mostly the same. */
export function nextDelivery({ carrier, cabinet }: Pick<DeliveryEntry, 'carrier' | 'cabinet'>): ToldDelivery {
  return { ...EMPTY_DELIVERY, carrier, cabinet };
}

/** A parcel goes to the applicant's address on record until another is typed. */
export function addressed(told: ToldDelivery, onRecord: string | null): DeliveryEntry {
  return { ...told, address: told.address ?? onRecord ?? '' };
}

/** Why a result can't go out this way, in Chinese; null when it can. The server says so of each item. */
export function methodProblem({ methods }: Pick<ReadyRow, 'methods'>, method: PickupMethod): string | null {
  const offer = methods.find(({ action }) => action === method);
  return offer?.allowed === false ? (offer.reason ?? '本事项的结果不能这样交付') : null;
}

export interface DeliveryGap {
  key: DeliveryField;
  label: string;
  /** What is wrong with what stands there; null when nothing does. */
  fault: string | null;
}

/** R6.2: what is not told yet of where the paper goes. */
export function deliveryGaps(entry: DeliveryEntry): DeliveryGap[] {
  return deliveryProblems(entry.method, entry).map(({ code, reason }) => ({
    key: code,
    label: DELIVERY_LABELS[code],
    fault: entry[code].trim() === '' ? null : reason,
  }));
}

/** The entry as the contract wants it: the fields of its way and no others. */
export function toDeliveryInput(entry: DeliveryEntry): DeliveryInput | undefined {
  const fields = deliveryFields(entry.method);
  return fields.length === 0 ? undefined : Object.fromEntries(fields.map((field) => [field, entry[field].trim()]));
}

/** Is what the scanner read the number on a parcel's slip? Only while one is wanted: a receipt's code finds its case as ever. */
export function isParcelScan(text: string, entry: DeliveryEntry): boolean {
  if (entry.method !== 'post' || entry.trackingNo !== '' || isCaseNoShaped(text)) return false;
  return deliveryGaps({ ...entry, trackingNo: text }).every(({ key }) => key !== 'trackingNo');
}

/** What this hall has put into the very same box today: it may lie there still. */
export function putThereToday<Item extends { place: string | null }>(entry: DeliveryEntry, today: readonly Item[]): Item | null {
  const place = entry.method === 'cabinet' && deliveryGaps(entry).length === 0 ? placeOf(entry) : null;
  return place === null ? null : (today.find((item) => item.place === place) ?? null);
}

/** 邮寄，中国邮政 EMS 1234567890123; null at the window. */
export function placeOf(entry: DeliveryEntry): string | null {
  return deliveryPlace(entry.method, entry);
}
