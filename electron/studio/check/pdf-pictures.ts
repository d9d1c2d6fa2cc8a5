import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { isWholePicture } from './check-picture.ts'

/** What the PDF library hands over for a JPEG within a page: W3C WebCodecs, ImageDecoderInit. */
type Init = { readonly data: Uint8Array }

/** Whether a JPEG that was read in this thread was damaged. */
export const jpegs = { damaged: false }

/**
 * Stands for the browser's decoder, which the PDF library looks for before it uses its own: that one takes seconds for a scan and
 * passes over damage. The picture itself is never drawn here: a port stands for it, which can be handed over and closed like one.
 */
class StrictDecoder {
  readonly #data: Uint8Array
  constructor({ data }: Init) {
    this.#data = data
  }
  static isTypeSupported(type: string): Promise<boolean> {
    return Promise.resolve(type === 'image/jpeg')
  }
  async decode(): Promise<{ image: MessagePort }> {
    if (!(await isWholePicture(this.#data))) jpegs.damaged = true
    return { image: new MessageChannel().port1 }
  }
  close(): void {}
}

Object.assign(globalThis, { ImageDecoder: StrictDecoder })
