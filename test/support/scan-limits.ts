import { SCAN_LIMITS, type ScanLimits } from '../../electron/scanners/scanner.ts'

/** As in the application, but that nothing is gained by waiting between two questions, or for other computers. */
export const QUICK_LIMITS: ScanLimits = { ...SCAN_LIMITS, pause: 5, discover: 240 }
