import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { packTar } from 'modern-tar'

const compress = promisify(gzip)

/** Files as one `.tar.gz`, which every system opens. */
export async function pack(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, text]) => {
    const body = Buffer.from(text)
    return { header: { name: `corex-support/${name}`, size: body.length, mode: 0o600 }, body }
  })
  return compress(await packTar(entries))
}

export const bundleName = (at: string): string =>
  `corex-support-${at.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}.tar.gz`
