/**
 * Every way in which the database can be out of reach or unfit. Each has a sentence and a way forward on screen:
 * see i18n/en/faults.ts.
 */
export const FAULT_CODES = [
  'EMBEDDED_DAMAGED',
  'EMBEDDED_NEWER',
  'EMBEDDED_OLDER',
  'EMBEDDED_IN_USE',
  'EMBEDDED_START_FAILED',
  'DISK_FULL',
  'NO_PERMISSION',
  'SETTINGS_DAMAGED',
  'URL_INVALID',
  'SERVER_UNREACHABLE',
  'SERVER_TOO_OLD',
  'TLS_REQUIRED',
  'TLS_FAILED',
  'SERVER_NOT_PROVEN',
  'SCRAM_REQUIRED',
  'SERVER_CHANGED',
  'SERVER_STANDBY',
  'SERVER_BEHIND',
  'ADMINISTRATOR_NEEDED',
  'CLOCK_WRONG',
  'AUTHENTICATION_FAILED',
  'WORKSTATION_REVOKED',
  'NO_CODE_OPEN',
  'NOT_ENROLLED',
  'SET_BY_POLICY',
  'POLICY_FAULTY',
  'POLICY_NOT_TRUSTED',
  'POLICY_UNREADABLE',
  'URL_HAS_PASSWORD',
  'DATABASE_MISSING',
  'NOT_PROVISIONED',
  'SCHEMA_OLDER',
  'SCHEMA_NEWER',
  'SCHEMA_CHANGED',
  'POOLER_REFUSED',
  'PERMISSION_DENIED',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

export const isFaultCode = (name: string): name is FaultCode => FAULT_CODES.some((code) => code === name)
