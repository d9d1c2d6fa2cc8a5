import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../electron/db/fault.ts'

/** All files in these folders, however deep; a folder that is not there has none. */
export const filesIn = (folders: readonly string[]): string[] =>
  folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )

/** A server that runs deletes files at any time, such as its list of catalogue rows: what is gone holds nothing. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** Those of these files that hold one of these bytes. */
export const filesWith = (files: readonly string[], planted: readonly Buffer[]): string[] =>
  files.filter((file) => {
    const content = contentOf(file)
    return planted.some((bytes) => content.includes(bytes))
  })

/** How a text may stand in a file: as it is, as programs of Windows and Chromium keep it, and encoded. */
export const formsOf = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
  Buffer.from(Buffer.from(text).toString('hex')),
]

/** How JPEG, PNG and WebP begin, whatever they show; longer than what comes about by chance. */
export const BEGINNINGS_OF_PICTURES = [
  Buffer.from('ffd8ffe000104a46494600', 'hex'),
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.from('WEBPVP8'),
]
