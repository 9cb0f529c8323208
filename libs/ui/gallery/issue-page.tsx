import { DocumentViewer, FileDrop, Pane, SignaturePad, type SignaturePadHandle } from '@onewindow/ui';
import { useMemo, useRef, useState } from 'react';
import { drawingUrl } from './sample-drawing.js';

/** Signature, dropped files and a viewer for PDF (`?pdf=<url>` after the page's address) with the states of loading and error. */
export function IssuePage() {
  const pad = useRef<SignaturePadHandle>(null);
  const [signed, setSigned] = useState('未签');
  const [dropped, setDropped] = useState<string[]>([]);
  const pdf = new URLSearchParams(window.location.search).get('pdf');
  const files = useMemo(
    () => [
      ...(pdf ? [{ id: 'pdf', name: '受理通知书.pdf', url: pdf, mediaType: 'application/pdf' }] : []),
      { id: 'plan', name: '平面图', url: drawingUrl('平面图'), mediaType: 'image/svg+xml' },
      { id: 'lost', name: '丢失.png', url: '/lost.png', mediaType: 'image/png' },
    ],
    [pdf],
  );
  return (
    <main className="ow-split" style={{ gridTemplateColumns: '1fr 380px', height: '100dvh' }}>
      <h1 className="ow-visually-hidden">部件</h1>
      <DocumentViewer title="结果预览" files={files} />
      <div className="ow-split-column">
        <Pane title="取件人签名" words={signed} inset scrolls={false}>
          <SignaturePad
            ref={pad}
            onSignedChange={(isSigned) => {
              setSigned(isSigned ? '已签' : '未签');
              if (isSigned) void pad.current?.toBlob().then((blob) => setSigned(`已签，${blob?.size ?? 0} B`));
            }}
          />
        </Pane>
        <Pane size="fit" title="文件" inset>
          <FileDrop
            label="选文件"
            keys="O"
            accept={['application/pdf', 'image/png']}
            maxBytes={20_000_000}
            onFiles={(fit, refused) => setDropped([...fit.map((f) => f.name), ...refused])}
          />
          <ul>
            {dropped.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Pane>
      </div>
    </main>
  );
}
