/** The door of @zicha/documents: bytes and text in, values out, and back. */
export { readEntryKinds, readForm, readGuidance } from './read/form-yaml.ts'
