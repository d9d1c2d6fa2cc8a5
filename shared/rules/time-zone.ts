/**
 * Whether this computer can tell the time of a zone of the IANA database, such as `Europe/Stockholm`. Some systems propose
 * `Etc/Unknown`, which is none. The server has its own list, and is asked when a branch is set up.
 */
export function isTimeZone(name: string): boolean {
  try {
    return (
      name !== 'Etc/Unknown' && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions() !== null
    )
  } catch {
    return false
  }
}
