import QRCode from 'qrcode';

/**
 * A QR code as the path of an SVG, one unit per cell, without the quiet zone.
 * @param text the address that it opens
 */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      const start = column;
      while (column < modules.size && modules.get(row, column) !== 0) column += 1;
      if (column > start) runs.push(`M${start} ${row}h${column - start}v1h${start - column}z`);
      column += 1;
    }
  }
  return { size: modules.size, path: runs.join('') };
}
