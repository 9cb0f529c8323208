import type { endpoints, InputOf } from '@onewindow/contracts';
import {
  type DeliveryField,
  deliveryFields,
  deliveryPlace,
  deliveryProblems,
  type PickupMethod,
  plainTrackingNumber,
} from '@onewindow/domain';
import { HandOverHindered } from './result-problems.js';

type Body = InputOf<typeof endpoints.handOver>['body'];

/** R6.2: where a result goes that is not taken at the window, as it is kept: what its way does not ask for is null. */
export interface Delivery {
  readonly method: PickupMethod;
  readonly carrier: string | null;
  readonly trackingNo: string | null;
  readonly address: string | null;
  readonly cabinet: string | null;
  readonly box: string | null;
}

/** @throws HandOverHindered (422, `pickup.trackingNo` and its like) with the first thing that is missing or wrong */
export function readDelivery({ method, delivery = {} }: Pick<Body, 'method' | 'delivery'>): Delivery {
  const [problem] = deliveryProblems(method, delivery);
  if (problem) throw new HandOverHindered(problem);
  const asked = new Set(deliveryFields(method));
  const told = (field: DeliveryField): string | null => (asked.has(field) ? (delivery[field] ?? null) : null);
  const trackingNo = told('trackingNo');
  return {
    method,
    carrier: told('carrier'),
    trackingNo: trackingNo === null ? null : plainTrackingNumber(trackingNo),
    address: told('address'),
    cabinet: told('cabinet'),
    box: told('box'),
  };
}

/** For the story, which keeps everything for good: where it went, and no address. */
export function deliveryFacts(delivery: Delivery): { place?: string } {
  const place = deliveryPlace(delivery.method, delivery);
  return place === null ? {} : { place };
}
