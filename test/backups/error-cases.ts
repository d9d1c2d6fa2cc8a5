import type { Cases } from '../contract/cases.ts'

const NO_SHEET = Array.from({ length: 8 }, () => 'no such words')

/** A workplace whose server is the bank's own has no backups of its own, and a bank that is set up is restored by an administrator. */
export const backupCases = {
  'backups.choose': {
    BACKUP_REFUSED: ({ as }) => as('admin').ask('backups.choose', { folder: '/mnt/backup', keepDays: 30 }),
  },
  'backups.run': {
    BACKUP_REFUSED: ({ as }) => as('admin').ask('backups.run', { what: 'FULL' }),
  },
  'backups.checkWords': {
    BACKUP_REFUSED: ({ as }) => as('admin').ask('backups.checkWords', { lines: NO_SHEET }),
  },
  'backups.look': {
    BACKUP_REFUSED: ({ as }) => as('teller').ask('backups.look', { folder: '/mnt/backup' }),
  },
  'backups.restore': {
    BACKUP_REFUSED: ({ as }) =>
      as('teller').ask('backups.restore', {
        folder: '/mnt/backup',
        system: '1',
        until: null,
        lines: NO_SHEET,
      }),
  },
} satisfies Partial<Cases>
