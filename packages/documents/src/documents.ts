/** The door of @zicha/documents: bytes and text in, values out, and back. */
export { readEntryKinds, readForm, readGuidance } from './read/form-yaml.ts'
export { checkTemplate, writeDocument, writePages } from './write/write-document.ts'
export type { DocumentFace, WrittenDocument } from './write/write-document.ts'
export { writeZip } from './write/zip.ts'
export type { NamedFile } from './write/zip.ts'
export { readTable } from './read/read-table.ts'
export type { TableReading } from './read/read-table.ts'
