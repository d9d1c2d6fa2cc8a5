import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BackupEnded } from './backup-fault.ts'

/** A file as the server listed it. */
export type Listed = { readonly size: number; readonly sha256: string }

const shape = z.object({
  Files: z.array(
    z.object({
      Path: z.string().optional(),
      Size: z.number(),
      Checksum: z.string(),
      'Checksum-Algorithm': z.literal('SHA256'),
    }),
  ),
  'Manifest-Checksum': z.string(),
})

/** The files of the server's manifest, which vouches for itself by the checksum in its last line. */
export function filesIn(manifest: string, file: string): Map<string, Listed> {
  const vouched = manifest.slice(0, manifest.lastIndexOf('\n', manifest.length - 2) + 1)
  const parsed = shape.safeParse(JSON.parse(manifest))
  if (
    !parsed.success ||
    createHash('sha256').update(vouched).digest('hex') !== parsed.data['Manifest-Checksum']
  )
    throw new BackupEnded('FILE_CORRUPTED', { file })
  return new Map(
    parsed.data.Files.flatMap(({ Path, Size, Checksum }) =>
      Path === undefined ? [] : [[Path, { size: Size, sha256: Checksum }] as const],
    ),
  )
}
