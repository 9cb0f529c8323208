import { DomainError, faultSentence, unknownPoints } from '@onewindow/domain';

/** 有误 as a screen tells it. */
export interface ToldFault {
  verdict: string;
  defect?: string | undefined;
  points?: readonly string[] | undefined;
}

/** The version asks for other points: the screen shows an older one. */
export class PointUnknown extends DomainError {
  constructor(name: string, points: readonly string[]) {
    super({
      code: 'material.point-unknown',
      title: `${name}没有“${points.join('”“')}”这条审查要点。刷新后从列出的要点里选，或写明原因。`,
      kind: 'rule',
    });
  }
}

/** @throws PointUnknown (422) */
export function requireKnownPoints(requirement: { name: string; reviewPoints: readonly string[] }, points: readonly string[] = []): void {
  const unknown = unknownPoints(points, requirement.reviewPoints);
  if (unknown.length > 0) throw new PointUnknown(requirement.name, unknown);
}

/** What is kept of it: the sentence that notices and the story tell, and the points behind it. */
export function faultColumns({ verdict, defect, points = [] }: ToldFault): { defect: string | null; faultyPoints: string[] | null } {
  if (verdict !== 'faulty') return { defect: null, faultyPoints: null };
  return { defect: faultSentence({ points, words: defect ?? '' }), faultyPoints: points.length === 0 ? null : [...points] };
}
