import { codeOf } from './db/fault.ts'

/** What the system's errors about files say of the folder that somebody chose, which may be on a share. */
export const FOLDER_FAULTS = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  EACCES: 'NO_PERMISSION',
  EPERM: 'NO_PERMISSION',
  EROFS: 'NO_PERMISSION',
  ENOENT: 'FOLDER_AWAY',
  ENOTDIR: 'FOLDER_AWAY',
  ENAMETOOLONG: 'FOLDER_AWAY',
  ENOTCONN: 'FOLDER_AWAY',
  EHOSTDOWN: 'FOLDER_AWAY',
  EHOSTUNREACH: 'FOLDER_AWAY',
  ENETUNREACH: 'FOLDER_AWAY',
  ESTALE: 'FOLDER_AWAY',
  ETIMEDOUT: 'FOLDER_AWAY',
  EIO: 'FOLDER_AWAY',
} as const

/** Whether somebody's signal ended the work. */
export const wasCancelled = (error: unknown): boolean =>
  codeOf(error) === 'ABORT_ERR' || (error instanceof Error && error.name === 'AbortError')
