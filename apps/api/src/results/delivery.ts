import type { endpoints, InputOf } from '@onewindow/contracts';
import { deliveryPlace, deliveryProblems, type PickupMethod, plainTrackingNumber } from '@onewindow/domain';
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
  const { carrier, trackingNo, address, cabinet, box } = delivery;
  const isParcel = method === 'post';
  const isStored = method === 'cabinet';
  return {
    method,
    carrier: isParcel ? (carrier ?? null) : null,
    trackingNo: isParcel ? plainTrackingNumber(trackingNo ?? '') : null,
    address: isParcel ? (address ?? null) : null,
    cabinet: isStored ? (cabinet ?? null) : null,
    box: isStored ? (box ?? null) : null,
  };
}

/** For the story, which keeps everything for good: where it went, and no address. */
export function deliveryFacts(delivery: Delivery): { place?: string } {
  const place = deliveryPlace(delivery.method, delivery);
  return place === null ? {} : { place };
}
