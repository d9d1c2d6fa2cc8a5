import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { codeOf } from '../db/fault.ts'
import { measuring, type Written } from '../measured.ts'
import { flushToDisk } from '../write-whole.ts'
import { BackupEnded } from './backup-fault.ts'
import type { Identity, Recipient } from './keys.ts'
import { webStream } from './web-stream.ts'

/**
 * Compresses and encrypts a stream into a new file, as `zstd | age` would, and waits until it is on the disk. The file is whole or has
 * no end that age accepts: its caller gives it its name.
 */
export async function writeSealed(
  source: Readable,
  file: string,
  recipients: readonly Recipient[],
  signal?: AbortSignal,
): Promise<Written> {
  const { through, written } = measuring()
  await pipeline(
    source,
    createZstdCompress(),
    (plain: Readable) => encrypted(plain, recipients),
    through,
    createWriteStream(file, { flags: 'wx', mode: 0o600 }),
    signal === undefined ? {} : { signal },
  )
  await flushToDisk(file)
  return written()
}

async function* encrypted(plain: Readable, recipients: readonly Recipient[]): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  yield* await encrypter.encrypt(webStream(bytesOf(plain)))
}

/**
 * Reads a sealed file from its beginning. Every deviation ends it: FILE_MISSING, FILE_TRUNCATED, FILE_CORRUPTED. Whether the key is
 * the right one was asked before, of the recipients in plain text.
 */
export async function* readSealed(
  file: string,
  expected: Written,
  identities: readonly Identity[],
): AsyncGenerator<Uint8Array> {
  const size = await sizeOf(file)
  if (size < expected.bytes) throw new BackupEnded('FILE_TRUNCATED', { file })
  const hash = createHash('sha256')
  async function* hashed() {
    for await (const part of bytesOf(createReadStream(file))) {
      hash.update(part)
      yield part
    }
  }
  const unzip = createZstdDecompress()
  const failed = { because: null as Error | null }
  const feeding = pipeline(
    (): AsyncGenerator<Uint8Array> => decrypted(hashed(), identities, file),
    unzip,
  ).catch((error: Error) => (failed.because = error))
  try {
    yield* bytesOf(unzip)
  } catch (error) {
    await feeding
    throw failed.because instanceof BackupEnded || codeOf(error) === 'EIO'
      ? (failed.because ?? error)
      : corrupted(file)
  }
  await feeding
  if (failed.because !== null) throw failed.because
  if (size !== expected.bytes || hash.digest('hex').slice(0, expected.sha256.length) !== expected.sha256)
    throw corrupted(file)
}

/** A sealed file that is small, as a whole. */
export async function readWhole(
  file: string,
  expected: Written,
  identities: readonly Identity[],
): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of readSealed(file, expected, identities)) parts.push(part)
  return Buffer.concat(parts)
}

/** A stream of bytes as its parts, whose type the stream does not say. */
async function* bytesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const part of stream) {
    if (!(part instanceof Uint8Array)) throw new Error('A stream of something else than bytes')
    yield part
  }
}

const corrupted = (file: string) => new BackupEnded('FILE_CORRUPTED', { file })

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new BackupEnded('FILE_MISSING', { file })
    throw error
  }
}

async function* decrypted(
  sealed: AsyncIterable<Uint8Array>,
  identities: readonly Identity[],
  file: string,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    yield* await decrypter.decrypt(webStream(sealed))
  } catch (error) {
    if (error instanceof BackupEnded || codeOf(error) !== undefined) throw error
    throw corrupted(file)
  }
}
