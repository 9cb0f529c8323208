import { endpoints, type ReusableMaterial, pathOf } from '@onewindow/contracts';
import { Button, DocumentViewer, type ViewerFile } from '@onewindow/ui';
import { useMemo } from 'react';

export interface ReusablePreviewProps {
  caseId: string;
  offer: ReusableMaterial;
  onClose: () => void;
}

/** An offer as it lies in the library, before it is used; the server puts its watermark on what is shown, kept and printed alike (R7). */
export function ReusablePreview({ caseId, offer, onClose }: ReusablePreviewProps) {
  const files = useMemo<ViewerFile[]>(
    () =>
      offer.files.map((file) => ({
        ...{ id: `${offer.id}:${file.sha256}`, name: file.name, mediaType: 'application/pdf' },
        url:
          offer.source === 'licence'
            ? pathOf(endpoints.getLicenceFile, { params: { id: caseId, licenceId: offer.id } })
            : pathOf(endpoints.getLibraryFile, { params: { id: caseId, entryId: offer.id, sha256: file.sha256 } }),
      })),
    [caseId, offer],
  );
  return (
    <DocumentViewer
      files={files}
      title={`可复用·${offer.name}`}
      empty="登记库没有这份证照的版式文件，可以直接复用。"
      tools={<Button size="small" label="返回材料" keys="Escape" keyScope="pane" onClick={onClose} />}
    />
  );
}
