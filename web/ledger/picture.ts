import type { Picture } from './event-draft.ts';
import { newId } from '../../src/platform/ids.ts';
import { ATTACHMENT_LIMIT } from '../../src/ledger/codes.ts';

/** The longer side of a stored picture, in pixels: enough to read a sign-in sheet. */
const LONGEST = 1800;
const QUALITY = 0.8;

export type PictureFault = 'too-large' | 'other-file';

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Makes a phone's picture small enough to travel over a slow network; a PDF stays as it is. */
export async function readPicture(file: File, kind: Picture['kind']): Promise<Picture | PictureFault> {
  if (file.type === 'application/pdf') {
    if (file.size > ATTACHMENT_LIMIT) return 'too-large';
    return pictureOf(file.name, { kind, type: file.type, blob: file });
  }
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap) return file.type.startsWith('image/') && file.size > ATTACHMENT_LIMIT ? 'too-large' : 'other-file';
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return pictureOf(file.name.replace(/\.\w+$/, '.jpg'), { kind, type: 'image/jpeg', blob });
}

async function pictureOf(
  name: string,
  { kind, type, blob }: { kind: Picture['kind']; type: Picture['type']; blob: Blob },
): Promise<Picture> {
  const content = base64Of(new Uint8Array(await blob.arrayBuffer()));
  return { id: newId(), kind, name: name.slice(-120) || kind, type, content };
}
