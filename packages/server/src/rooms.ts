/**
 * The server's rooms in the order of their walls: a room may use rooms above it, never below.
 * Lint, docs and tests read this one list.
 */
export const rooms = [
  'database',
  'storage',
  'http',
  'audit',
  'access',
  'organizations',
  'accounts',
  'forms',
  'rounds',
  'evidence',
  'ledger',
  'assessments',
  'inspections',
  'reports',
] as const

export type Room = (typeof rooms)[number]
