/** Who of the school's departments is asked for a record, and whose an item is. */
export type ColleagueTables = {
  /** A department asked for one record by a link that opens once. `kinds` is JSON; `file` the SHA-256 sent ahead of it. */
  record_requests: {
    bureau: string
    round: string
    unit: string
    id: string
    token_hash: string
    criterion: string | null
    kinds: string
    asks: string
    department: string
    note: string | null
    file: string | null
    made_at: string
    made_by: string
    expires_at: string
    used_at: string | null
    withdrawn_at: string | null
    entry: string | null
  }
  /** 责任部门 of an item. */
  item_owners: {
    bureau: string
    round: string
    unit: string
    item: number
    owner: string
    set_by: string
    set_at: string
  }
}
