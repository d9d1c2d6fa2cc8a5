const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Bytes in a unit that leaves at most three digits before the point. */
export function sizeInWords(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const unit = UNITS[step] ?? 'byte'
  const words = new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit,
    maximumFractionDigits: step < 2 ? 0 : 1,
  })
  return words.format(bytes / 1000 ** step)
}
