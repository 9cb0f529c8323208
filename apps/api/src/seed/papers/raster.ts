import { crc32, deflateSync } from 'node:zlib';

/** A small grey picture that is drawn on and written as PNG: signatures and sketches of the demonstration. */
export class Raster {
  private readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8Array(width * height).fill(255);
  }

  /** A thick stroke from point to point. */
  stroke(points: readonly (readonly [x: number, y: number])[], radius = 1, shade = 24): void {
    points.slice(1).forEach(([x, y], index) => {
      const [fromX, fromY] = points[index] ?? [x, y];
      const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY)));
      for (let at = 0; at <= steps; at += 1)
        this.dot(fromX + ((x - fromX) * at) / steps, fromY + ((y - fromY) * at) / steps, radius, shade);
    });
  }

  fill(x: number, y: number, width: number, height: number, shade: number): void {
    for (let row = y; row < y + height; row += 1) for (let column = x; column < x + width; column += 1) this.set(column, row, shade);
  }

  /** The bytes of a PNG, 8 bits of grey. */
  png(): Buffer {
    const rows = Buffer.alloc((this.width + 1) * this.height);
    for (let row = 0; row < this.height; row += 1)
      rows.set(this.pixels.subarray(row * this.width, (row + 1) * this.width), row * (this.width + 1) + 1);
    const head = Buffer.alloc(13);
    head.writeUInt32BE(this.width, 0);
    head.writeUInt32BE(this.height, 4);
    head.set([8, 0, 0, 0, 0], 8);
    const signature = Buffer.from('89504e470d0a1a0a', 'hex');
    return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
  }

  private dot(x: number, y: number, radius: number, shade: number): void {
    for (let dy = -radius; dy <= radius; dy += 1) {
      for (let dx = -radius; dx <= radius; dx += 1)
        if (dx * dx + dy * dy <= radius * radius) this.set(Math.round(x + dx), Math.round(y + dy), shade);
    }
  }

  private set(x: number, y: number, shade: number): void {
    if (x >= 0 && y >= 0 && x < this.width && y < this.height) this.pixels[y * this.width + x] = shade;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A signature on the pad: some strokes, different for each `hand`. */
export function signaturePng(hand: number): Buffer {
  const picture = new Raster(360, 140);
  let state = hand * 7919 + 17;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  for (let character = 0; character < 3; character += 1) {
    const left = 30 + character * 105;
    for (let stroke = 0; stroke < 5; stroke += 1) {
      const start: [number, number] = [left + next(60), 25 + next(60)];
      const middle: [number, number] = [left + next(80), 40 + next(60)];
      picture.stroke([start, middle, [middle[0] + next(30) - 8, middle[1] + next(26)]], 2);
    }
  }
  return picture.png();
}

/** 方位图: streets and blocks, the place marked dark. */
export function locationPng(): Buffer {
  const picture = new Raster(900, 640);
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column < 5; column += 1) {
      const [x, y] = [40 + column * 170, 40 + row * 150];
      picture.fill(x, y, 130, 110, 222);
      picture.stroke(
        [
          [x, y],
          [x + 130, y],
          [x + 130, y + 110],
          [x, y + 110],
          [x, y],
        ],
        1,
        90,
      );
    }
  }
  picture.fill(420, 225, 60, 50, 40);
  picture.stroke(
    [
      [450, 225],
      [450, 150],
    ],
    2,
    40,
  );
  picture.stroke(
    [
      [0, 172],
      [899, 172],
    ],
    1,
    150,
  );
  picture.stroke(
    [
      [840, 90],
      [840, 30],
      [830, 46],
      [840, 30],
      [850, 46],
    ],
    2,
    20,
  );
  return picture.png();
}
