import type PDFDocument from 'pdfkit';
import QRCode from 'qrcode';

/** Draws a QR code as vector squares; `size` in points, without the quiet zone, which the paper around it gives. */
export function drawQrCode(pdf: InstanceType<typeof PDFDocument>, text: string, x: number, y: number, size: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const cell = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      const start = column;
      while (column < modules.size && modules.get(row, column) !== 0) column += 1;
      // A hair wider than the cell: no white seams between neighbours on screen.
      if (column > start) pdf.rect(x + start * cell, y + row * cell, (column - start) * cell, cell + 0.05);
      column += 1;
    }
  }
  pdf.fill('#000000');
}
