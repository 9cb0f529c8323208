import type { FastifyReply } from 'fastify';

/** Sends a PDF that was made for this one request: a preview, a marked copy. Nobody keeps it. */
export async function sendPdf(reply: FastifyReply, bytes: Uint8Array, name: string): Promise<void> {
  await reply
    .status(200)
    .header('content-type', 'application/pdf')
    .header('content-length', bytes.length)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
