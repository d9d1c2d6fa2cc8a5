import { sql } from 'kysely'
import { join } from 'node:path'
import { ok } from '../../../shared/result.ts'
import type { ArchiveFaultCode } from '../../../shared/archive-faults.ts'
import type { Manifest } from '../../archive/manifest.ts'
import { noteFile, readSealed } from '../../archive/sealed-rows.ts'
import { returnMonth } from '../../archive/return-month.ts'
import { searchExport } from '../../archive/search-export.ts'
import { verifyExport } from '../../archive/verify-export.ts'
import { exportArchive } from '../../archive/write-export.ts'
import type { UseCase } from '../../workplace.ts'
import { onFiles } from './on-files.ts'

/** Lines that a search shows. */
const MOST_FOUND = 200

/** Writes what was sealed into a folder of this computer or a share. */
export const exportTo: UseCase<'archives', 'export'> = async (input, context) => {
  const { sealId, folder } = input
  const done = await onFiles(input, context, (onProgress, signal) =>
    exportArchive(context.db, sealId, folder, onProgress, signal),
  )
  return done.ok ? ok(writtenOf(folder, done.value)) : done
}

/** What a comparison says of the file, and not of the way to it. */
const OF_THE_FILE: readonly ArchiveFaultCode[] = [
  'FILE_TRUNCATED',
  'FILE_CORRUPTED',
  'MANIFEST_DAMAGED',
  'DAY_CHANGED',
  'OTHER_DIGEST',
]

/** Compares the export in a folder with what was sealed, and puts on record what was found. */
export const verifyIn: UseCase<'archives', 'verify'> = async (input, context) => {
  const { sealId, folder } = input
  const { db } = context
  const sealed = await readSealed(db, sealId)
  const done = await onFiles(input, context, (onProgress, signal) =>
    verifyExport(folder, sealed, sealed.digest, onProgress, signal),
  )
  if (done.ok) {
    const { sha256, bytes } = done.value.file
    await noteFile(db, { sealId, what: 'FILE_GOOD', sha256, bytes, folder })
    return ok(writtenOf(folder, done.value))
  }
  const isBad = OF_THE_FILE.some((code) => code === done.error.details?.['fault'])
  if (isBad) await noteFile(db, { sealId, what: 'FILE_BAD', sha256: null, bytes: null, folder })
  return done
}

/** Brings the rows of a deleted month back from its export in a folder. */
export const bringBackFrom: UseCase<'archives', 'bringBack'> = async (input, context) => {
  const { sealId, folder } = input
  const done = await onFiles(input, context, (onProgress, signal) =>
    returnMonth(context.db, sealId, folder, { onProgress, signal }),
  )
  return done.ok ? ok(writtenOf(folder, done.value)) : done
}

/** Looks through the export in a folder; that it was looked into is on record. */
export const searchIn: UseCase<'archives', 'search'> = async (input, context) => {
  const { sealId, folder, ...wanted } = input
  const { db } = context
  await sql`SELECT look_into_archive(${sealId})`.execute(db)
  const sealed = await readSealed(db, sealId)
  return onFiles(input, context, (onProgress, signal) =>
    searchExport(folder, sealed, wanted, MOST_FOUND, onProgress, signal),
  )
}

const writtenOf = (folder: string, { file, rows }: Manifest) => ({
  file: join(folder, file.name),
  rows,
  bytes: file.bytes,
})
