/** A plan as a picture, so that the gallery needs no file. */
export function drawingUrl(title: string, width = 1200, height = 840): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif">
<rect width="100%" height="100%" fill="#fdfdfb"/><rect x="24" y="24" width="${width - 48}" height="${height - 48}" fill="none" stroke="#222" stroke-width="3"/>
<rect x="120" y="120" width="420" height="300" fill="#eef0ea" stroke="#222" stroke-width="4"/><rect x="540" y="120" width="420" height="300" fill="none" stroke="#222" stroke-width="4"/>
<rect x="120" y="420" width="840" height="220" fill="none" stroke="#222" stroke-width="4"/>
<text x="250" y="280" font-size="32">更衣室</text><text x="690" y="280" font-size="32">淋浴区</text><text x="480" y="540" font-size="32">前厅 收银</text>
<text x="${width - 400}" y="${height - 60}" font-size="28" font-weight="600">${title}</text></svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
