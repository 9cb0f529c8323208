/**
 * What the render thread draws. Plain JSON with all words already chosen: the thread knows paper and type, nothing of cases.
 * Lengths are in millimetres.
 */
export type Inline = string | { readonly bold: string };
export type Paragraph = readonly Inline[];

export interface TableColumn {
  readonly title: string;
  /** Millimetres; the one column without a width takes the rest. */
  readonly width?: number;
  readonly align: 'left' | 'center';
}

export interface DocumentTable {
  /** Points; 12 unless the table has many columns. */
  readonly size?: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** Which image is stamped: a department's seal, or its seal for permits where it has one of its own. */
export interface SealImage {
  /** The department's code. */
  readonly department: string;
  readonly permit: boolean;
}

/** The seal over the agency's name and the date; a dashed ring until an image of it is loaded. */
export interface SealBlock {
  /** 行政许可专用章 … */
  readonly words: string;
  readonly agency: string;
  /** 2026 年 10 月 29 日 */
  readonly day: string;
  /** Null on documents of the first release. */
  readonly image: SealImage | null;
}

/** A numbered official document on A4 upright (mockup 08). */
export interface OfficialDocument {
  readonly style: 'official';
  readonly agency: string;
  readonly title: string;
  /** Empty on a preview: a number is drawn when the notice is issued. */
  readonly number: string;
  readonly addressee: string | null;
  readonly opening: readonly Paragraph[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly table: DocumentTable | null;
  readonly closing: readonly Paragraph[];
  readonly qr: { readonly url: string; readonly caption: string } | null;
  readonly seal: SealBlock;
  /** 经办人; null when the system issued it. */
  readonly officer: string | null;
  /** 承诺人（签名或盖章）：, where the applicant signs and no agency seals; null elsewhere. */
  readonly signature: string | null;
  /** The last line: 签收 and 经办人, 经办人 alone, the two hands of a transfer, or nothing to sign. */
  readonly foot: 'applicant' | 'officer' | 'transfer' | 'plain';
  /** 一式两份 … */
  readonly copies: string;
  /** Words across every page (预览); null on what is served. */
  readonly watermark: string | null;
  /** Instant of issue: the same document always has the same bytes. */
  readonly issuedAt: string;
}

/** A licence or certificate on A4 across, framed (mockup 04). */
export interface LicenceDocument {
  readonly style: 'licence';
  readonly title: string;
  readonly number: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly seal: SealBlock;
  readonly issuedAt: string;
}

/** A shape on a sheet; millimetres from its upper left corner. */
export type SheetShape =
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly width?: number;
      readonly color?: string;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'rect';
      readonly at: readonly [x: number, y: number];
      readonly size: readonly [width: number, height: number];
      readonly width?: number;
      readonly color?: string;
      readonly fill?: string;
    }
  | {
      readonly kind: 'circle';
      readonly at: readonly [x: number, y: number];
      readonly radius: number;
      readonly width?: number;
      readonly color?: string;
    }
  | {
      readonly kind: 'text';
      readonly at: readonly [x: number, y: number];
      readonly text: string;
      /** Points. */
      readonly size: number;
      readonly align?: 'left' | 'center' | 'right';
      readonly bold?: boolean;
      readonly color?: string;
    };

/** A free sheet of A4: drawings and papers of the demonstration. */
export interface SheetDocument {
  readonly style: 'sheet';
  readonly title: string;
  readonly number: string;
  readonly across: boolean;
  readonly shapes: readonly SheetShape[];
  readonly issuedAt: string;
}

export type PrintedDocument = OfficialDocument | LicenceDocument | SheetDocument;

/** What is laid over every page of a copy: 补打 第 1 次 … The original's bytes stay as they are. */
export interface CopyMark {
  readonly words: string;
  /** Instant of the reprint: the same copy always has the same bytes. */
  readonly at: string;
  /** Repeated across every page (R7) instead of once in the margin; pictures become pages. */
  readonly across?: boolean;
}
