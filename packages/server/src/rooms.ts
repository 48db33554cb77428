/**
 * The server's rooms in the order of their walls: a room may use rooms above it, never below.
 * Lint, docs and tests read this one list. Audit and access stand above http, because the one wrapper
 * that ends each request (http/run-route.ts) asks the one and writes the other.
 */
export const rooms = [
  'database',
  'storage',
  'audit',
  'access',
  'http',
  'jobs',
  'forms',
  'organizations',
  'accounts',
  'suggestions',
  'rounds',
  'evidence',
  'ledger',
  'colleagues',
  'assessments',
  'inspections',
  'closing',
  'objections',
  'rectifications',
  'reports',
  'exports',
  'doctor',
] as const

export type Room = (typeof rooms)[number]
