/** Scripts that the font of papers has no letters for, or not all: the computer's own fonts draw them. OTHER: no font is known for it. */
export const SCRIPTS = [
  'CHINESE',
  'JAPANESE',
  'KOREAN',
  'THAI',
  'LAO',
  'KHMER',
  'DEVANAGARI',
  'BENGALI',
  'GUJARATI',
  'GURMUKHI',
  'KANNADA',
  'MALAYALAM',
  'ORIYA',
  'SINHALA',
  'TAMIL',
  'TELUGU',
  'TIBETAN',
  'ETHIOPIC',
  'ARABIC',
  'HEBREW',
  'OTHER',
] as const
export type Script = (typeof SCRIPTS)[number]

/** The fonts that a bank installs for them: one package on Linux draws Chinese, Japanese and Korean, another one the rest. */
export const isEastAsian = (script: Script): boolean => ['CHINESE', 'JAPANESE', 'KOREAN'].includes(script)
