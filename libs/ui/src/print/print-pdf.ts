const FRAME_ID = 'ow-print-frame';

/**
 * Prints a PDF of this origin through a hidden frame, so that the paper and not the screen is printed.
 * @returns false when the browser shows no PDF in a frame; the caller then opens it in a tab
 */
export function printPdf(url: string): Promise<boolean> {
  document.getElementById(FRAME_ID)?.remove();
  const frame = document.createElement('iframe');
  frame.id = FRAME_ID;
  frame.title = '打印';
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', right: '0', bottom: '0', width: '0', height: '0', border: '0' });
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      try {
        frame.contentWindow?.print();
        // The viewer inside the frame takes the focus; the keys belong to the page that asked for the print.
        frame.blur();
        window.focus();
        resolve(true);
      } catch {
        resolve(false);
      }
    });
    frame.addEventListener('error', () => resolve(false));
    frame.src = url;
    document.body.append(frame);
  });
}

/** Prints a PDF, or opens it in a tab where it can be printed. */
export async function printOrOpen(url: string): Promise<void> {
  if (!(await printPdf(url))) window.open(url, '_blank', 'noopener');
}
