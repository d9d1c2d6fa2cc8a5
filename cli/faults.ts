import type { DatabaseFault } from '../electron/db/fault.ts'

/** What to do about a database that cannot be reached, in the words of whoever looks after the server. */
export function sentenceOf({ code, details = {} }: DatabaseFault): string {
  const { reason } = details
  if (reason === 'EMBEDDED_DOWN')
    return `The embedded server of ${details['folder']} is not running: it runs while the application is open.`
  if (reason === 'keyring')
    return `The login in ${details['file']} is sealed for the application. Give this program one of its own in COREX_DATABASE_URL.`
  if (reason === 'EMBEDDED')
    return 'COREX_DATABASE_URL names no server. The embedded server is upgraded by the application, when it starts.'
  if (reason === 'ADMINISTRATOR')
    return `${details['user']} may not upgrade the database: give COREX_DATABASE_URL the login of the server’s administrator.`
  if (reason === 'PORT_TAKEN')
    return `Another program has the port ${details['port']} of this computer: end it, or choose another one by --port.`
  if (reason === 'NOT_SERVED') return `Nothing serves ${details['folder']}: start corex serve first.`
  if (code === 'EMBEDDED_IN_USE')
    return `Another program (its server is process ${details['pid']}) works with ${details['folder']} already.`
  const facts = Object.entries(details).map(([name, fact]) => `${name} ${fact}`)
  return `The database cannot be used: ${[code, ...facts].join(', ')}`
}
