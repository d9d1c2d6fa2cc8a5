import { mkdtempSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testStudio } from '../support/studio.ts'

// The decoder of large pictures puts their pixels into a temporary file where nobody tells it otherwise.

/** Above 100 megabytes of pixels, which is where it begins. */
const SIZE = { width: 7000, height: 5200 }

test('a large picture is worked on in memory: nothing is written among the temporary files', async () => {
  const content = await sharp({ create: { ...SIZE, channels: 3, background: '#cde' } })
    .webp({ effort: 0 })
    .toBuffer()
  const before = process.env['TMPDIR']
  const folder = mkdtempSync(join(tmpdir(), 'corex-no-disk-'))
  const written: string[] = []
  const watching = watch(folder, (_, name) => void written.push(String(name)))
  process.env['TMPDIR'] = folder
  const studio = testStudio()
  try {
    const made = await studio.prepare({ content: new Uint8Array(content) })
    expect(made).toMatchObject({ ok: true, output: { pages: [{ width: 3000 }] } })
    expect(written).toEqual([])
  } finally {
    studio.close()
    watching.close()
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(folder, { recursive: true })
  }
})
