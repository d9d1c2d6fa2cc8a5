/** Looking at a scanned document. */
export const viewer = {
  document: 'Document',
  stage: 'The document',
  stageOf: '{{label}}: the document',
  tools: 'View',
  larger: 'Larger',
  smaller: 'Smaller',
  rotate: 'Turn',
  whole: 'Whole page',
  percent: '{{percent, number}} %',
  pageOf: '{{page}} of {{pages}}',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  unreadable: 'This file cannot be shown: it is damaged. Ask for another copy.',
  partial: 'Parts of this file are damaged and are missing here.',
  locked: 'This PDF is locked with a password. Ask for one without.',
} as const
