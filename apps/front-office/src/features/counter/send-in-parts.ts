import type { ApiClient } from '@onewindow/api-client';
import { type ResponseOf, type Endpoints, UPLOAD_PART_BYTES } from '@onewindow/contracts';

type Parts = Pick<ApiClient, 'beginUpload' | 'getUpload' | 'sendUploadPart' | 'finishUpload'>;

export interface PartsInput {
  caseId: string;
  code: string;
  file: File;
  /** Keys of this intention: the same over every retry. */
  beginKey: string;
  finishKey: string;
  /** The upload that an earlier try began, or null. */
  uploadId: string | null;
  onBegun: (uploadId: string) => void;
  /** 0 to 1. */
  onShare: (share: number) => void;
}

/**
 * Sends a large file in parts. After a broken line the same call goes on behind the last part that arrived; nothing is sent twice but the
 * part whose answer was lost.
 */
export async function sendInParts(api: Parts, input: PartsInput): Promise<ResponseOf<Endpoints['finishUpload']>> {
  const { caseId, code, file, onShare } = input;
  const { id, received } = await place(api, input);
  for (let at = received; at < file.size;) {
    onShare(at / file.size);
    const part = file.slice(at, at + UPLOAD_PART_BYTES);
    at = (await api.sendUploadPart({ params: { id, start: at } }, { file: part, fileName: 'part' })).received;
  }
  onShare(1);
  return await api.finishUpload({ params: { id: caseId, code, uploadId: id }, query: {} }, { idempotencyKey: input.finishKey });
}

async function place(api: Parts, { uploadId, file, beginKey, onBegun }: PartsInput): Promise<{ id: string; received: number }> {
  if (uploadId !== null) return await api.getUpload({ params: { id: uploadId } });
  const begun = await api.beginUpload({ body: { name: file.name, mediaType: file.type, size: file.size } }, { idempotencyKey: beginKey });
  onBegun(begun.id);
  return begun;
}
