/** A typeface or a seal that an administrator has put there can't be used. Nothing is printed without it: the paper would not be official. */
export class PaperSourceBroken extends Error {
  /** 印章图像 health.png */
  readonly source: string;

  constructor(source: string) {
    super(`${source} can't be read`);
    this.source = source;
  }
}
