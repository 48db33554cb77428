import type { Generated } from 'kysely'
import type { ColleagueTables } from './tables-colleagues.ts'
import type { EvidenceTables } from './tables-evidence.ts'
import type { GroupTables } from './tables-groups.ts'
import type { ClosingTables } from './tables-closing.ts'
import type { JobTables } from './tables-jobs.ts'
import type { MarkTables } from './tables-marks.ts'
import type { OnSiteTables } from './tables-on-site.ts'
import type { SuggestionTables } from './tables-suggestions.ts'

/**
 * The tables of both engines. Columns are portable: text ids, ISO text for days and instants, integers for points
 * (thousandths) and truth (0, 1), JSON as text parsed by schemas. Every table bears its bureau, so that PostgreSQL
 * can be partitioned or distributed by it; `bureau` is the code of the bureau (or city) at the unit's root.
 */
export type Tables = ColleagueTables & EvidenceTables & GroupTables & ClosingTables & MarkTables & OnSiteTables & JobTables & SuggestionTables & {
  meta: { key: string; value: string }
  units: {
    bureau: string
    code: string
    name: string
    kind: string
    parent: string | null
    /** ownership, stages, members, partyOrganization, partyGroups, retiredOrganization as JSON. */
    profile: string
    /** When it was taken out of use, and why; null: it is in use. */
    out_of_use_at: string | null
    out_of_use_reason: string | null
    version: number
  }
  /** `holidays` is JSON: name, first and last day; null: none were set. */
  calendars: { bureau: string; spring_starts_on: string; autumn_starts_on: string; holidays: string | null; version: number }
  users: {
    bureau: string
    username: string
    name: string
    role: string
    unit: string
    active: number
    password_hash: string | null
    last_sign_in_at: string | null
    /** The last day on which the account opens, after a handover; null: no end is set. */
    ends_on: string | null
    version: number
  }
  sessions: {
    bureau: string
    token_hash: string
    username: string
    kind: string
    created_at: string
    last_seen_at: string
    expires_at: string
  }
  links: {
    bureau: string
    token_hash: string
    username: string
    purpose: string
    expires_at: string
    used_at: string | null
  }
  /** Failed sign-ins by account and by address: `bucket` is a hash, never a name in clear. */
  sign_in_attempts: { bucket: string; failures: number; window_started_at: string }
  rounds: {
    bureau: string
    id: string
    form: string
    year: number
    opens_on: string
    due_on: string
    list_number: string | null
    /** Until when photos and files of the round are kept. */
    keep_evidence_until: string | null
    version: number
  }
  /** One unit's copy of one form in one round. `version` rises with every write beneath it. */
  assessments: {
    bureau: string
    round: string
    unit: string
    stage: string
    budget: number | null
    facts_version: number
    version: number
    updated_at: string | null
  }
  /**
   * What a progress board says of an assessment, as it stood at `version`: derived, so it is never audited and may be
   * thrown away at any time. A row whose version is not the assessment's is computed anew.
   */
  summaries: {
    bureau: string
    round: string
    unit: string
    version: number
    answered: number
    self_score: number | null
    inspection_score: number | null
    attention: string
    /** How the unit stands at each item by its own sheet, as JSON; null where a former program made the row. */
    items: string | null
    /** The same by the inspectors. */
    inspected_items: string | null
  }
  round_inspectors: { bureau: string; round: string; unit: string; username: string }
  entries: {
    bureau: string
    round: string
    unit: string
    id: string
    counts_as: string
    title: string
    happened_on: string
    note: string | null
    people: number | null
    evidence: string
    captured_at: string | null
    recorded_at: string
    recorded_by: string
    deleted_at: string | null
    version: number
  }
  /** What an entry said before each change: content as JSON. */
  entry_versions: {
    bureau: string
    round: string
    unit: string
    id: string
    version: number
    content: string
    changed_at: string
    changed_by: string
  }
  facts: {
    bureau: string
    round: string
    unit: string
    key: string
    value: string
    answered_by: string
    answered_at: string
  }
  overrides: {
    bureau: string
    round: string
    unit: string
    criterion: string
    score: number
    reason: string
    set_by: string
    set_at: string
  }
  remarks: { bureau: string; round: string; unit: string; item: number; text: string }
  stage_changes: {
    seq: Generated<number>
    bureau: string
    round: string
    unit: string
    at: string
    by_user: string
    from_stage: string
    to_stage: string
    reason: string | null
  }
  snapshots: {
    bureau: string
    round: string
    unit: string
    stage: string
    version: number
    hash: string
    total: number
    content: string
    at: string
  }
  inspection_marks: {
    bureau: string
    round: string
    unit: string
    item: number
    inspector: string
    score: number
    reason: string | null
    remark: string | null
    at: string
    version: number
  }
  settled_marks: {
    bureau: string
    round: string
    unit: string
    item: number
    score: number
    reason: string
    set_by: string
    at: string
    version: number
  }
  /** An uploaded table while its bureau settles it. `frame`, `sections`, `findings` are JSON. */
  form_drafts: {
    bureau: string
    id: string
    file_name: string
    source_sha256: string
    source_size: number
    title: string
    /** As the table states it; null: what its sections weigh together. */
    total: number | null
    frame: string
    sections: string
    findings: string
    fills_source: number
    created_by: string
    created_at: string
    /** The edition that was published from it. */
    edition: string | null
    published_at: string | null
    version: number
  }
  /** One row of it; its version is its own, so that several people settle different rows at once. */
  form_draft_items: {
    bureau: string
    draft: string
    no: number
    section: number
    points: number
    duty: string
    clause: string
    place: string
    read_spans: string
    unread_spans: string
    /** What the reader was not sure of, as sentences. */
    doubts: string
    criteria: string
    left_out: string
    settled_by: string | null
    settled_at: string | null
    version: number
  }
  /** A published edition: `content` is the form's canonical text, whose hash it bears. Never changed, never deleted. */
  form_editions: {
    bureau: string
    id: string
    title: string
    edition: string
    total: number
    content: string
    hash: string
    source_sha256: string | null
    source_size: number | null
    published_by: string
    published_at: string
  }
  /** An old list taken over in one act; its entries bear its name in import_entries, so that one act takes it back. */
  imports: {
    bureau: string
    round: string
    unit: string
    id: string
    file_name: string | null
    /** SHA-256 of what was sent: the same call again is told by it. */
    content_hash: string
    late: number
    made_at: string
    made_by: string
    undone_at: string | null
    version: number
  }
  import_entries: { bureau: string; round: string; unit: string; import: string; place: number; entry: string }
  /** The address of a person's calendar feed: a token for nothing else. */
  calendar_links: {
    bureau: string
    round: string
    unit: string
    username: string
    token_hash: string
    made_at: string
  }
  audit: {
    seq: number
    bureau: string
    at: string
    actor: string
    action: string
    target: string
    request_id: string
    prev: string
    hash: string
  }
}
