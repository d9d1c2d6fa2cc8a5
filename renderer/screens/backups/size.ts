const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const
const STEP = 1000

/** Bytes as people read them: `53 MB`, `1.8 GB`. */
export function sizeText(bytes: number): string {
  const at = Math.min(Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)), UNITS.length - 1)
  const value = bytes / STEP ** at
  const digits = value < 10 && at > 0 ? 1 : 0
  return `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }).format(value)} ${UNITS[at]}`
}
